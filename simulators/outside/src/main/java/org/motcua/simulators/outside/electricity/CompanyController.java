package org.motcua.simulators.outside.electricity;

import java.nio.charset.StandardCharsets;
import org.motcua.simulators.outside.FormErrors;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The company's own desk, at which a visitor sits; and the page on which customers follow. */
@Controller
class CompanyController {

  private static final int SHOWN = 200;
  private static final int LONGEST_NOTE = 500;

  private final Requests requests;
  private final PaperFiles files;

  CompanyController(Requests requests, PaperFiles files) {
    this.requests = requests;
    this.files = files;
  }

  @GetMapping("/electricity")
  String list(Model model) {
    model.addAttribute("requests", requests.latest(SHOWN));
    return "electricity/requests";
  }

  @GetMapping("/electricity/desk/{code}")
  String open(@PathVariable String code, Model model) {
    return show(request(code), "", new FormErrors(), model);
  }

  @PostMapping("/electricity/desk/{code}")
  String move(
      @PathVariable String code,
      @RequestParam Stage to,
      @RequestParam(defaultValue = "") String note,
      Model model) {
    var said = note.strip();
    var errors =
        new FormErrors()
            .check("reason", to != Stage.REFUSED || !said.isEmpty(), "electricity.reason.wrong")
            .check("note", said.length() <= LONGEST_NOTE, "electricity.note.wrong");
    if (!errors.none()) return show(request(code), said, errors, model);
    var moved = requests.move(code, to, said.isEmpty() ? null : said);
    return "redirect:" + moved.orElseThrow(CompanyController::notFound).page();
  }

  @GetMapping("/electricity/desk/{code}/papers/{sha256}")
  ResponseEntity<Resource> paper(@PathVariable String code, @PathVariable String sha256) {
    var paper =
        request(code).application().papers().stream()
            .filter(one -> one.sha256().equals(sha256) && files.has(sha256))
            .findFirst()
            .orElseThrow(CompanyController::notFound);
    var name =
        ContentDisposition.attachment().filename(paper.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(new FileSystemResource(files.file(sha256)));
  }

  /** Who has the code may follow; it tells no name and nothing that was answered. */
  @GetMapping("/electricity/follow")
  String follow(@RequestParam(defaultValue = "") String code, Model model) {
    var asked = code.strip();
    model.addAttribute("code", asked);
    model.addAttribute("request", requests.find(asked).orElse(null));
    return "electricity/follow";
  }

  private String show(PowerRequest request, String note, FormErrors errors, Model model) {
    model.addAttribute("request", request);
    model.addAttribute("note", note);
    model.addAttribute("errors", errors);
    model.addAttribute(
        "arrived",
        request.application().papers().stream()
            .map(Application.Paper::sha256)
            .filter(files::has)
            .toList());
    return "electricity/request";
  }

  private PowerRequest request(String code) {
    return requests.find(code).orElseThrow(CompanyController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
