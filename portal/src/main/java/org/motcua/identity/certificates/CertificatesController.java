package org.motcua.identity.certificates;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.access.HalfFilledRequests;
import org.motcua.identity.certificates.SigningTool.Answer;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The certificates of whoever is signed in. */
@Controller
@RequestMapping("/my/account/certificates")
class CertificatesController {

  private static final String HOME = "/my/account/certificates";
  private static final Statement ADDING =
      new Statement("add", "Toi them chung thu so nay vao tai khoan cua toi tai");

  private final Certificates certificates;
  private final OpenByCertificate openByCertificate;
  private final SigningTool tool;
  private final HalfFilledRequests halfFilled;

  CertificatesController(
      Certificates certificates,
      OpenByCertificate openByCertificate,
      SigningTool tool,
      HalfFilledRequests halfFilled) {
    this.certificates = certificates;
    this.openByCertificate = openByCertificate;
    this.tool = tool;
    this.halfFilled = halfFilled;
  }

  @GetMapping
  String list(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable String done,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    model.addAttribute("certificates", certificates.listOf(user.id()));
    model.addAttribute("offered", tool.offered());
    model.addAttribute("goesOn", halfFilled.destination(request, response).isPresent());
    model.addAttribute(
        "done",
        switch (done) {
          case "added" -> page.t("identity.certificates.added");
          case "removed" -> page.t("identity.certificates.removed");
          case null, default -> null;
        });
    return "identity/certificates/list";
  }

  @GetMapping("/new")
  String askForSignature(
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return page(user, model, request, response, null);
  }

  @GetMapping("/text/{asked}")
  ResponseEntity<String> download(@PathVariable String asked) {
    return tool.download(ADDING, asked);
  }

  @PostMapping
  String add(
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute SignatureSent sent,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return switch (tool.read(ADDING, user.id(), sent, page, request)) {
      case Answer.Proven(var proof) ->
          switch (openByCertificate.register(user, proof)) {
            case DONE -> "redirect:" + HOME + "?done=added";
            case OTHER_NUMBER ->
                page(
                    user, model, request, response, page.t("identity.certificates.wrong.notYours"));
            case OTHER_NAME ->
                page(
                    user,
                    model,
                    request,
                    response,
                    page.t("identity.certificates.wrong.otherName"));
          };
      case Answer.Refused(var why) -> page(user, model, request, response, why);
    };
  }

  @GetMapping("/{id}/removal")
  String askBeforeRemoving(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    user.require(LevelOfAssurance.LOA2);
    model.addAttribute(
        "certificate",
        certificates
            .find(user.id(), id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    return "identity/certificates/removal";
  }

  @PostMapping("/{id}/removal")
  String remove(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    user.require(LevelOfAssurance.LOA2);
    openByCertificate.takeOff(user, id);
    return "redirect:" + HOME + "?done=removed";
  }

  private String page(
      CurrentUser user,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable String error) {
    tool.show(model, ADDING, user.id(), HOME, error, request, response);
    return "identity/certificates/add";
  }
}
