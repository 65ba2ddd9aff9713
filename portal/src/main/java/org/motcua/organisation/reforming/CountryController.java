package org.motcua.organisation.reforming;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.appointing.Administrators;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Tone;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where administrators of the whole country load the reform and its communes. */
@Controller
@RequestMapping("/desk/country")
class CountryController {

  private final LoadReform reform;
  private final ImportCommunes communes;
  private final Administrators administrators;
  private final Organisation organisation;

  CountryController(
      LoadReform reform,
      ImportCommunes communes,
      Administrators administrators,
      Organisation organisation) {
    this.reform = reform;
    this.communes = communes;
    this.administrators = administrators;
    this.organisation = organisation;
  }

  @GetMapping
  String show(Principal principal, Model model) {
    requireRight(principal);
    return page(null, null, model);
  }

  @PostMapping("/reform")
  String loadReform(
      @ModelAttribute(name = "page", binding = false) Page page, Principal principal, Model model) {
    requireRight(principal);
    return page(told(reform.load(actor(principal)), page), null, model);
  }

  private static Told told(LoadReform.Outcome outcome, Page page) {
    return switch (outcome) {
      case LoadReform.Outcome.Loaded loaded ->
          new Told(
              Tone.SUCCESS,
              page.t("organisation.country.loaded", loaded.provincesAdded(), loaded.unitsEnded()));
      case LoadReform.Outcome.AlreadyLoaded already ->
          new Told(Tone.INFO, page.t("organisation.country.already"));
      case LoadReform.Outcome.DoesNotFit misfit ->
          new Told(
              Tone.ERROR, page.t("organisation.country.misfit", String.join(", ", misfit.codes())));
    };
  }

  @PostMapping("/communes")
  String importCommunes(
      @RequestParam MultipartFile file,
      @ModelAttribute(name = "page", binding = false) Page page,
      Principal principal,
      Model model)
      throws IOException {
    requireRight(principal);
    var text = text(file);
    if (text.isEmpty()) {
      return page(new Told(Tone.ERROR, page.t("organisation.import.unreadable")), null, model);
    }
    return page(null, communes.load(text.get(), actor(principal)), model);
  }

  /**
   * Empty unless it is text in UTF-8: a spreadsheet sent as it is would be refused line by line.
   */
  private static Optional<String> text(MultipartFile file) throws IOException {
    if (file.isEmpty()) return Optional.empty();
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(ByteBuffer.wrap(file.getBytes())).toString())
          .filter(text -> text.indexOf('\0') < 0);
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  private String page(@Nullable Told told, @Nullable ImportReport report, Model model) {
    model.addAttribute("told", told);
    model.addAttribute("report", report);
    model.addAttribute("provinces", organisation.provinces().size());
    return "organisation/reforming/country";
  }

  private void requireRight(Principal principal) {
    if (!administrators.of(officer(principal)).country()) {
      throw new AccessDeniedException("Does not keep the country's units");
    }
  }

  private static OfficerId officer(Principal principal) {
    return new OfficerId(UUID.fromString(principal.getName()));
  }

  private static String actor(Principal principal) {
    return "account:" + principal.getName();
  }
}
