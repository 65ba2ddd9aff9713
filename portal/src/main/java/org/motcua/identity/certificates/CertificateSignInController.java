package org.motcua.identity.certificates;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Factor;
import org.motcua.identity.attempts.Attempts;
import org.motcua.identity.certificates.OpenByCertificate.Opening;
import org.motcua.identity.certificates.SigningTool.Answer;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
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

/** Signing in with a certificate, alone or after the password. */
@Controller
class CertificateSignInController {

  private static final Statement SIGNING_IN =
      new Statement("sign-in", "Toi dang nhap Cong dich vu cong Mot Cua tai");

  /** A signature is checked with the authority's help, which is not to be flooded through us. */
  private static final Limit PER_ADDRESS = new Limit(60, Duration.ofMinutes(5));

  private final OpenByCertificate openByCertificate;
  private final SigningTool tool;
  private final Attempts attempts;
  private final RateLimits limits;

  CertificateSignInController(
      OpenByCertificate openByCertificate, SigningTool tool, Attempts attempts, RateLimits limits) {
    this.openByCertificate = openByCertificate;
    this.tool = tool;
    this.attempts = attempts;
    this.limits = limits;
  }

  @GetMapping(CertificateWay.ADDRESS)
  String show(
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!mayAsk(request)) return slowedDown(model, request, response, page);
    return page(model, request, response, null);
  }

  @GetMapping(CertificateWay.ADDRESS + "/text/{asked}")
  ResponseEntity<String> download(@PathVariable String asked) {
    return tool.download(SIGNING_IN, asked);
  }

  @PostMapping(CertificateWay.ADDRESS)
  String prove(
      @ModelAttribute SignatureSent sent,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!mayAsk(request)) return slowedDown(model, request, response, page);
    return switch (tool.read(SIGNING_IN, null, sent, page, request)) {
      case Answer.Proven(var proof) -> signIn(proof, user, page, request, response, model);
      case Answer.Refused(var why) -> page(model, request, response, why);
    };
  }

  private String signIn(
      CertificateProof.Good proof,
      @Nullable CurrentUser user,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return switch (openByCertificate.open(proof)) {
      case Opening.Opened(var account) when user == null || user.signedIn().equals(account) ->
          "redirect:"
              + attempts.prove(account, Factor.CERTIFICATE, page.language(), request, response);
      case Opening.Opened(_) ->
          page(model, request, response, page.t("identity.certificates.wrong.other"));
      case Opening.TakenOff() ->
          page(model, request, response, page.t("identity.certificates.wrong.takenOff"));
      case Opening.NoAccount(var kind) -> {
        model.addAttribute("enterprise", kind == AccountKind.ENTERPRISE);
        yield "identity/certificates/noAccount";
      }
    };
  }

  /** Who is signed in already has come from where more was asked for. */
  private static String back(boolean second, HttpServletRequest request) {
    if (second) return "/sign-in/ways";
    return request.getUserPrincipal() == null ? "/sign-in" : "/step-up";
  }

  private boolean mayAsk(HttpServletRequest request) {
    return limits.tryConsume("identity.certificate:" + request.getRemoteAddr(), PER_ADDRESS);
  }

  private String slowedDown(
      Model model, HttpServletRequest request, HttpServletResponse response, Page page) {
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    return page(model, request, response, page.t("identity.signIn.slowedDown"));
  }

  private String page(
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable String error) {
    tool.show(model, SIGNING_IN, null, CertificateWay.ADDRESS, error, request, response);
    var second = attempts.waiting(request).isPresent();
    model.addAttribute("second", second);
    model.addAttribute("back", back(second, request));
    return "identity/certificates/signIn";
  }
}
