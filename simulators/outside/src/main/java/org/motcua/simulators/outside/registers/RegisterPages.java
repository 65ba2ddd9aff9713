package org.motcua.simulators.outside.registers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.motcua.simulators.outside.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The registers to look at and to add to, so that a visitor can play anybody. */
@Controller
class RegisterPages {

  private static final int SHOWN = 200;

  private final Registers registers;
  private final Enquiries enquiries;

  RegisterPages(Registers registers, Enquiries enquiries) {
    this.registers = registers;
    this.enquiries = enquiries;
  }

  @GetMapping({"/registers", "/registers/citizens"})
  String citizens(@RequestParam(defaultValue = "") String q, Model model) {
    return citizens(q, CitizenForm.empty(), new FormErrors(), model);
  }

  private String citizens(String sought, CitizenForm form, FormErrors errors, Model model) {
    model.addAttribute("sought", sought);
    model.addAttribute("citizens", registers.citizens(sought, SHOWN));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return "registers/citizens";
  }

  @PostMapping("/registers/citizens")
  String enterCitizen(
      @RequestParam Map<String, String> fields, Model model, HttpServletResponse response) {
    var form = CitizenForm.of(fields);
    var errors = form.errors();
    if (!errors.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return citizens("", form, errors, model);
    }
    registers.enter(form.entries());
    return "redirect:/registers/citizens/" + form.number();
  }

  @GetMapping("/registers/citizens/{number}")
  String citizen(@PathVariable String number, Model model) {
    var citizen =
        registers
            .findCitizen(number)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var phones = registers.subscriptionsOf(citizen);
    var insured = registers.insuredOf(citizen);
    model.addAttribute("citizen", citizen);
    model.addAttribute("phones", phones);
    model.addAttribute("insured", insured);
    model.addAttribute("children", registers.childrenOf(citizen));
    model.addAttribute("enquiries", enquiries.latest(citizen.number(), SHOWN));
    model.addAttribute("form", CitizenForm.of(citizen, phones, insured));
    model.addAttribute("errors", new FormErrors());
    return "registers/citizen";
  }

  @GetMapping("/registers/enterprises")
  String enterprises(Model model) {
    return enterprises(EnterpriseForm.empty(), new FormErrors(), model);
  }

  private String enterprises(EnterpriseForm form, FormErrors errors, Model model) {
    model.addAttribute("enterprises", registers.enterprises(SHOWN));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return "registers/enterprises";
  }

  @PostMapping("/registers/enterprises")
  String enterEnterprise(
      @RequestParam Map<String, String> fields, Model model, HttpServletResponse response) {
    var form = EnterpriseForm.of(fields);
    var errors = form.errors();
    if (!errors.none()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return enterprises(form, errors, model);
    }
    registers.enter(Entries.of(form.enterprise()));
    return "redirect:/registers/enterprises";
  }

  @GetMapping("/registers/log")
  String log(@RequestParam(defaultValue = "") String about, Model model) {
    model.addAttribute("about", about.strip());
    model.addAttribute("enquiries", enquiries.latest(about.strip(), SHOWN));
    return "registers/log";
  }
}
