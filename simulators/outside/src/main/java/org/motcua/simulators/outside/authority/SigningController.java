package org.motcua.simulators.outside.authority;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The signing tool as a page: stands for the program that people install with their token. */
@Controller
class SigningController {

  private final Certificates certificates;
  private final SigningTool tool;
  private final Clock clock;

  SigningController(Certificates certificates, SigningTool tool, Clock clock) {
    this.certificates = certificates;
    this.tool = tool;
    this.clock = clock;
  }

  /** Another page may send its visitor here with the text to sign. */
  @GetMapping("/ca/sign")
  String form(
      @RequestParam(defaultValue = "") String certificate,
      @RequestParam(defaultValue = "") String text,
      Model model) {
    return page(certificate, text, null, new FormErrors(), model);
  }

  @PostMapping("/ca/sign")
  String sign(
      @RequestParam(defaultValue = "") String certificate,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var content = file == null || file.isEmpty() ? bytes(text) : file.getBytes();
    var credential = certificates.findCredential(certificate);
    var errors =
        new FormErrors()
            .check("certificate", credential.isPresent(), "sign.certificate.wrong")
            .check("text", content.length > 0, "sign.text.wrong");
    if (credential.isEmpty() || !errors.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(certificate, text, null, errors, model);
    }
    var signature = Base64.getEncoder().encodeToString(tool.sign(credential.get(), content));
    return page(certificate, text, signature, errors, model);
  }

  /** Browsers send line ends of their own, and people copy a space too many. */
  private static byte[] bytes(String text) {
    return text.replace("\r\n", "\n").strip().getBytes(StandardCharsets.UTF_8);
  }

  private String page(
      String certificate, String text, @Nullable String signature, FormErrors errors, Model model) {
    model.addAttribute("certificates", certificates.list());
    model.addAttribute("chosen", certificate);
    model.addAttribute("text", text);
    model.addAttribute("signature", signature);
    model.addAttribute("errors", errors);
    model.addAttribute("now", clock.instant());
    return "authority/sign";
  }
}
