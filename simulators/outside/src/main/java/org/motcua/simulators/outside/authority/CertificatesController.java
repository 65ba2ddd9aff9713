package org.motcua.simulators.outside.authority;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.motcua.simulators.outside.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The authority's counter: certificates are handed out and taken back. */
@Controller
class CertificatesController {

  private static final int SHOWN = 200;

  private final Certificates certificates;
  private final Clock clock;

  CertificatesController(Certificates certificates, Clock clock) {
    this.certificates = certificates;
    this.clock = clock;
  }

  @GetMapping({"/ca", "/ca/certificates"})
  String list(Model model) {
    return page(CertificateForm.of(Map.of()), new FormErrors(), model);
  }

  @PostMapping("/ca/certificates")
  String issue(
      @RequestParam Map<String, String> fields, Model model, HttpServletResponse response) {
    var form = CertificateForm.of(fields);
    var errors = form.errors();
    if (!errors.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(form, errors, model);
    }
    certificates.issue(form.serial(), form.holder(), form.validity(clock.instant()));
    return "redirect:/ca";
  }

  @PostMapping("/ca/certificates/{serial}/revocation")
  String revoke(@PathVariable String serial) {
    certificates.revoke(serial);
    return "redirect:/ca";
  }

  private String page(CertificateForm form, FormErrors errors, Model model) {
    model.addAttribute("certificates", certificates.list().stream().limit(SHOWN).toList());
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("now", clock.instant());
    return "authority/certificates";
  }
}
