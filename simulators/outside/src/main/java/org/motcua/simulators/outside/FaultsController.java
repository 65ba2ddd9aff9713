package org.motcua.simulators.outside;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches outages on and off, so that the portal's retries can be watched. */
@Controller
class FaultsController {

  private final SmsProvider provider;

  FaultsController(SmsProvider provider) {
    this.provider = provider;
  }

  @GetMapping("/faults")
  String faults(Model model) {
    model.addAttribute("present", provider.fault());
    model.addAttribute("troubled", provider.troubled());
    model.addAttribute("slowness", provider.slowness().toSeconds());
    return "faults";
  }

  @PostMapping("/faults")
  String choose(@RequestParam Fault sms) {
    provider.suffer(sms);
    return "redirect:/faults";
  }
}
