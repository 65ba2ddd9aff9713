package org.motcua.eservices;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What a package of services holds, and the button to start. */
@Controller
class PackageController {

  private final ServicePackages packages;
  private final OnlineServices services;

  PackageController(ServicePackages packages, OnlineServices services) {
    this.packages = packages;
    this.services = services;
  }

  @GetMapping("/packages/{slug}")
  String one(@PathVariable String slug, Model model) {
    var packaged =
        ServiceSlug.parse(slug)
            .flatMap(packages::find)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("packaged", packaged);
    model.addAttribute("rows", packaged.members().stream().map(this::row).toList());
    return "eservices/package";
  }

  private PackageRow row(ServicePackage.Member member) {
    var after = member.after();
    return new PackageRow(
        services.get(member.service()),
        member.choice(),
        after == null ? null : services.get(after.service()));
  }
}
