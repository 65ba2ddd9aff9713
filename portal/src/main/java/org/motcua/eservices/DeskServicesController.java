package org.motcua.eservices;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the Government Office, which keeps the portal, sees how every service stands. */
@Controller
class DeskServicesController {

  static final AgencyId GOVERNMENT_OFFICE = new AgencyId("000.00.00.G22");
  private static final int PAGE = 50;

  private final OnlineServices services;
  private final ServicePackages packages;
  private final Posts posts;
  private final Organisation organisation;

  DeskServicesController(
      OnlineServices services, ServicePackages packages, Posts posts, Organisation organisation) {
    this.services = services;
    this.packages = packages;
    this.posts = posts;
    this.organisation = organisation;
  }

  @GetMapping("/desk/services")
  String list(@RequestParam Optional<String> after, Principal principal, Model model) {
    requireRight(principal);
    var all = services.folders();
    var broken = all.stream().filter(folder -> !folder.problems().isEmpty()).toList();
    var right =
        all.stream()
            .filter(folder -> folder.problems().isEmpty())
            .filter(folder -> after.isEmpty() || folder.name().compareTo(after.get()) > 0)
            .limit(PAGE + 1L)
            .toList();
    var page = right.subList(0, Math.min(PAGE, right.size()));
    model.addAttribute(
        "folders",
        (after.isEmpty() ? Stream.concat(broken.stream(), page.stream()) : page.stream())
            .map(this::row)
            .toList());
    model.addAttribute("count", all.size());
    model.addAttribute("problems", services.problems().size());
    model.addAttribute("packages", packages.list());
    model.addAttribute("packageProblems", packages.problems());
    model.addAttribute(
        "next", right.size() > PAGE ? "/desk/services?after=" + page.getLast().name() : null);
    return "eservices/folders";
  }

  private FolderRow row(FolderState folder) {
    var service = folder.service();
    var unknown =
        service == null
            ? List.<String>of()
            : service.receiver().named().stream()
                .filter(agency -> organisation.findAgency(agency).isEmpty())
                .map(AgencyId::value)
                .sorted()
                .toList();
    return new FolderRow(folder, unknown);
  }

  private void requireRight(Principal principal) {
    var officer = new OfficerId(UUID.fromString(principal.getName()));
    if (!posts.holds(officer, GOVERNMENT_OFFICE, Role.ADMINISTRATOR)) {
      throw new AccessDeniedException("Keeps no services");
    }
  }
}
