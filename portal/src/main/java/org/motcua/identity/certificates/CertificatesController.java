package org.motcua.identity.certificates;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The certificates of whoever is signed in. */
@Controller
@RequestMapping("/my/account/certificates")
class CertificatesController {

  private static final String HOME = "/my/account/certificates";
  private static final Statement ADDING =
      new Statement("add", "Toi them chung thu so nay vao tai khoan cua toi tai");

  private final Certificates certificates;
  private final ProofByCertificate proofs;
  private final OpenByCertificate openByCertificate;
  private final SigningTool tool;

  CertificatesController(
      Certificates certificates,
      ProofByCertificate proofs,
      OpenByCertificate openByCertificate,
      SigningTool tool) {
    this.certificates = certificates;
    this.proofs = proofs;
    this.openByCertificate = openByCertificate;
    this.tool = tool;
  }

  @GetMapping
  String list(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable String done,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    model.addAttribute("certificates", certificates.listOf(user.id()));
    model.addAttribute("offered", proofs.offered());
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
    return SigningTool.download(proofs.text(ADDING, asked));
  }

  @PostMapping
  String add(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String asked,
      @RequestParam(defaultValue = "") String signature,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var sent = new SignatureSent(asked, signature, file);
    if (sent.empty()) {
      return page(user, model, request, response, page.t("identity.certificates.wrong.missing"));
    }
    var proof = proofs.check(ADDING, user.id(), sent.asked(), sent.signature(), request);
    if (!(proof instanceof CertificateProof.Good good)) {
      return page(user, model, request, response, ProofWords.of(page, proof));
    }
    return openByCertificate.register(user, good)
        ? "redirect:" + HOME + "?done=added"
        : page(user, model, request, response, page.t("identity.certificates.wrong.notYours"));
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
    var asked = proofs.ask(ADDING, user.id(), request, response);
    tool.describe(model, ADDING, asked, HOME + "/text/" + asked, error);
    return "identity/certificates/add";
  }
}
