package org.motcua.eservices;

import java.util.Optional;
import org.motcua.catalogue.Catalogue;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What an applicant should know before starting, and the button to start. */
@Controller
class ServiceController {

  private final OnlineServices services;
  private final Optional<Catalogue> catalogue;

  ServiceController(OnlineServices services, Optional<Catalogue> catalogue) {
    this.services = services;
    this.catalogue = catalogue;
  }

  @GetMapping("/services/{slug}")
  String service(@PathVariable String slug, Model model) {
    var service =
        ServiceSlug.parse(slug)
            .flatMap(services::find)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("service", service);
    model.addAttribute(
        "described", catalogue.flatMap(found -> found.find(service.procedure())).isPresent());
    return "eservices/service";
  }
}
