package org.motcua.identity.enterprises;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.certificates.CertificateProof;
import org.motcua.identity.certificates.SignatureSent;
import org.motcua.identity.certificates.SigningTool;
import org.motcua.identity.certificates.SigningTool.Answer;
import org.motcua.identity.certificates.Statement;
import org.motcua.identity.enterprises.FoundingOutcome.Refused;
import org.motcua.identity.enterprises.FoundingOutcome.Why;
import org.motcua.platform.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Founding an enterprise's account by signing with the enterprise's certificate. */
@Controller
@RequestMapping(FoundingByCertificateController.PAGE)
class FoundingByCertificateController {

  static final String PAGE = FoundingController.PAGE + "/certificate";

  private static final Statement FOUNDING =
      new Statement("found-enterprise", "Toi la nguoi dai dien va lap tai khoan doanh nghiep tai");

  private final FoundEnterprise foundEnterprise;
  private final SigningTool tool;

  FoundingByCertificateController(FoundEnterprise foundEnterprise, SigningTool tool) {
    this.foundEnterprise = foundEnterprise;
    this.tool = tool;
  }

  /** Who is not verified is asked for it before the token is fetched, not after. */
  @GetMapping
  String show(
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (user.kind() == AccountKind.ENTERPRISE) return "redirect:" + EnterprisesController.PAGE;
    user.require(LevelOfAssurance.LOA3);
    return page(user, null, null, request, response, model);
  }

  @GetMapping("/text/{asked}")
  ResponseEntity<String> download(@PathVariable String asked) {
    return tool.download(FOUNDING, asked);
  }

  @PostMapping
  String found(
      @ModelAttribute SignatureSent sent,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (user.kind() == AccountKind.ENTERPRISE) return "redirect:" + EnterprisesController.PAGE;
    user.require(LevelOfAssurance.LOA3);
    return switch (tool.read(FOUNDING, user.id(), sent, page, request)) {
      case Answer.Refused(var why) -> page(user, why, null, request, response, model);
      case Answer.Proven(var proof) ->
          switch (found(user, proof)) {
            case FoundingOutcome.Manages manages -> manages.redirect();
            case Refused(var why, var name) ->
                page(
                    user,
                    page.t(why.key(), name),
                    page.t(why.key() + ".body"),
                    request,
                    response,
                    model);
          };
    };
  }

  private FoundingOutcome found(CurrentUser user, CertificateProof.Good proof) {
    return proof
        .enterprise()
        .map(enterprise -> foundEnterprise.byCertificate(user, enterprise))
        .orElseGet(() -> Refused.because(Why.PERSONS_CERTIFICATE));
  }

  private String page(
      CurrentUser user,
      @Nullable String error,
      @Nullable String whatToDo,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    tool.show(model, FOUNDING, user.id(), PAGE, error, request, response);
    model.addAttribute("whatToDo", whatToDo);
    return "identity/enterprises/foundByCertificate";
  }
}
