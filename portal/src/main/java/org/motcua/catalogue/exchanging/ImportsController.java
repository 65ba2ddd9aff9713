package org.motcua.catalogue.exchanging;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.exchanging.ReceiveImport.Receipt;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.platform.csv.Csv;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Files of procedures for those who keep the catalogue at the Government Office. */
@Controller
@RequestMapping(ImportsController.PATH)
class ImportsController {

  static final String PATH = "/desk/catalogue/imports";

  private static final int PER_PAGE = 20;
  private static final int LINES_PER_PAGE = 50;
  private static final List<Role> WHO = List.of(Role.PROCEDURE_CONTROLLER, Role.ADMINISTRATOR);

  private final ReceiveImport receive;
  private final ImportStore imports;
  private final FindingWords words;
  private final Posts posts;
  private final Messages messages;

  ImportsController(
      ReceiveImport receive,
      ImportStore imports,
      FindingWords words,
      Posts posts,
      Messages messages) {
    this.receive = receive;
    this.imports = imports;
    this.words = words;
    this.posts = posts;
    this.messages = messages;
  }

  @GetMapping
  String list(
      @RequestParam Optional<UUID> before, @AuthenticationPrincipal CurrentUser user, Model model) {
    requireKeeper(user);
    return list(before.map(ImportId::new).orElse(null), null, model);
  }

  @PostMapping
  String send(
      @RequestParam MultipartFile file,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model)
      throws IOException {
    requireKeeper(user);
    var sender = new Sender(Sender.GOVERNMENT_OFFICE, "account:" + user.id().value(), user.name());
    return switch (receive.receive(file.getInputStream(), file.getOriginalFilename(), sender)) {
      case Receipt.Received(var id) -> "redirect:" + PATH + "/" + id;
      case Receipt.Refused(var reason) ->
          list(
              null,
              messages.text(Language.of(locale), "catalogue.imports.refused." + reason),
              model);
    };
  }

  private String list(@Nullable ImportId before, @Nullable String error, Model model) {
    var found = imports.list(null, before, PER_PAGE + 1);
    var shown = found.subList(0, Math.min(PER_PAGE, found.size()));
    var next = found.size() > PER_PAGE ? PATH + "?before=" + shown.getLast().id() : null;
    model.addAttribute("imports", shown);
    model.addAttribute("next", next);
    model.addAttribute("error", error);
    return "catalogue/exchanging/imports";
  }

  @GetMapping("/{id}")
  String one(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "ALL") Shown show,
      @RequestParam(defaultValue = "0") int after,
      @AuthenticationPrincipal CurrentUser user,
      Model model,
      HttpServletResponse response) {
    requireKeeper(user);
    var one = find(id);
    // A page that is being read further down must not jump.
    if (!one.isFinished() && after == 0) response.setHeader("Refresh", "2");
    var lines = imports.listLines(one.id(), show.filter(), after, LINES_PER_PAGE + 1);
    model.addAttribute("report", ReportPage.of(one, show, lines, LINES_PER_PAGE));
    model.addAttribute("words", words);
    return "catalogue/exchanging/import";
  }

  /** For a table program: the byte order mark tells it that this is UTF-8. */
  @GetMapping("/{id}/report.csv")
  void download(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "ALL") Shown show,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    requireKeeper(user);
    var one = find(id);
    var language = Language.of(locale);
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Disposition", "attachment; filename=\"import-" + id + ".csv\"");
    var out = response.getWriter();
    out.append(Csv.BYTE_ORDER_MARK);
    out.append(
        Csv.row(
            messages.text(language, "catalogue.imports.line"),
            messages.text(language, "catalogue.imports.code"),
            messages.text(language, "catalogue.imports.outcome"),
            messages.text(language, "catalogue.imports.findings"),
            messages.text(language, "catalogue.imports.excerpt")));
    imports.eachLine(
        one.id(),
        show.filter(),
        0,
        line ->
            out.append(
                Csv.row(
                    String.valueOf(line.number()),
                    line.code(),
                    messages.text(language, "catalogue.imports.outcome." + line.outcome()),
                    line.findings().stream()
                        .map(finding -> words.text(finding, language))
                        .collect(Collectors.joining("\n")),
                    line.excerpt())));
  }

  private Import find(UUID id) {
    return imports
        .find(new ImportId(id))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private void requireKeeper(CurrentUser user) {
    var officer = new OfficerId(user.id().value());
    if (WHO.stream().noneMatch(it -> posts.holds(officer, Sender.GOVERNMENT_OFFICE, it))) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }
}
