package org.motcua.documents.verifying;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.StoringOutcome.Reason;
import org.motcua.documents.Upload;
import org.motcua.documents.VerificationCode;
import org.motcua.documents.verifying.VerificationOutcome.Changed;
import org.motcua.documents.verifying.VerificationOutcome.Expired;
import org.motcua.documents.verifying.VerificationOutcome.Holds;
import org.motcua.documents.verifying.VerificationOutcome.NotACode;
import org.motcua.documents.verifying.VerificationOutcome.NotOurs;
import org.motcua.documents.verifying.VerificationOutcome.NotTaken;
import org.motcua.documents.verifying.VerificationOutcome.Revoked;
import org.motcua.documents.verifying.VerificationOutcome.UnknownCode;
import org.motcua.documents.verifying.VerificationOutcome.Unregistered;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.Tone;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The public pages {@code /verify}; no sign-in. */
@Controller
class VerifyController {

  /** Enough for an office that checks papers all day, too little to try codes. */
  private static final Limit FILES = new Limit(30, Duration.ofMinutes(1));

  private final Verify verify;
  private final CodeTries tries;
  private final RateLimits limits;
  private final DataSize uploadLimit;

  VerifyController(
      Verify verify,
      CodeTries tries,
      RateLimits limits,
      @Value("${motcua.upload-limit}") DataSize uploadLimit) {
    this.verify = verify;
    this.tries = tries;
    this.limits = limits;
    this.uploadLimit = uploadLimit;
  }

  @GetMapping("/verify")
  ModelAndView form() {
    return form("", List.of(), HttpStatus.OK);
  }

  @GetMapping("/verify/{code}")
  ModelAndView code(
      @PathVariable String code, @ModelAttribute("page") Page page, HttpServletRequest request) {
    tries.take(request.getRemoteAddr());
    return answer(verify.code(code), page);
  }

  @PostMapping("/verify")
  ModelAndView typed(
      @RequestParam(defaultValue = "") String code, @ModelAttribute("page") Page page) {
    return VerificationCode.parse(code)
        .map(right -> new ModelAndView("redirect:/verify/" + right))
        .orElseGet(() -> mistyped(code, page, HttpStatus.UNPROCESSABLE_CONTENT));
  }

  @PostMapping(path = "/verify", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ModelAndView file(
      @RequestParam @Nullable MultipartFile file,
      @ModelAttribute("page") Page page,
      HttpServletRequest request) {
    if (!limits.tryConsume("documents.verify-file:" + request.getRemoteAddr(), FILES)) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    if (file == null || file.isEmpty()) {
      var missing = new FieldError("file", page.t("documents.verify.file.missing"));
      return form("", List.of(missing), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return answer(verify.file(Upload.of(file)), page);
  }

  private ModelAndView answer(VerificationOutcome outcome, Page page) {
    return switch (outcome) {
      case Holds(var certificate, var byFile) ->
          verdict(new Verdict("holds", Tone.SUCCESS, certificate, byFile, null));
      case Revoked(var certificate, var _, var byFile) ->
          verdict(new Verdict("revoked", Tone.ERROR, certificate, byFile, null));
      case Expired(var certificate, var byFile) ->
          verdict(new Verdict("expired", Tone.WARNING, certificate, byFile, null));
      case Changed(var original) ->
          verdict(new Verdict("changed", Tone.ERROR, original, false, null));
      case Unregistered(var signature) ->
          verdict(new Verdict("unregistered", Tone.WARNING, null, false, signature));
      case NotOurs() -> verdict(Verdict.of("not_ours", Tone.WARNING));
      case UnknownCode(var code) -> {
        var unknown = verdict(Verdict.of("unknown", Tone.WARNING));
        unknown.addObject("code", code.toString());
        unknown.setStatus(HttpStatus.NOT_FOUND);
        yield unknown;
      }
      case NotACode(var typed) -> mistyped(typed, page, HttpStatus.NOT_FOUND);
      case NotTaken(var reason) ->
          form("", List.of(notTaken(reason, page)), HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }

  private ModelAndView verdict(Verdict verdict) {
    return new ModelAndView("documents/verifying/answer").addObject("verdict", verdict);
  }

  private ModelAndView mistyped(String typed, Page page, HttpStatus status) {
    var length = VerificationCode.lengthOf(typed);
    var key = length == 0 ? "missing" : length == VerificationCode.length() ? "mistyped" : "length";
    var text = page.t("documents.verify.code." + key, VerificationCode.length(), length);
    return form(typed, List.of(new FieldError("code", text)), status);
  }

  private FieldError notTaken(Reason reason, Page page) {
    return new FieldError("file", page.t(reason.messageKey(), uploadLimit.toMegabytes()));
  }

  private ModelAndView form(String typed, List<FieldError> errors, HttpStatus status) {
    var form = new ModelAndView("documents/verifying/form");
    form.addObject("typed", typed.length() > 40 ? typed.substring(0, 40) : typed);
    form.addObject("errors", errors);
    form.addObject("megabytes", uploadLimit.toMegabytes());
    form.setStatus(status);
    return form;
  }
}
