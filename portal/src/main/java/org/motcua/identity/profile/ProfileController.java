package org.motcua.identity.profile;

import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.model.Phone;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class ProfileController {

  private final Accounts accounts;
  private final Organisation organisation;

  ProfileController(Accounts accounts, Organisation organisation) {
    this.accounts = accounts;
    this.organisation = organisation;
  }

  @GetMapping("/my")
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    var person = accounts.getPerson(user.id());
    var address = person.address();
    model.addAttribute("person", person);
    model.addAttribute("phone", new Phone(person.phone()).local());
    model.addAttribute("language", accounts.languageOf(user.id()));
    model.addAttribute(
        "address",
        address == null
            ? null
            : address.street() + ", " + organisation.pathName(new UnitCode(address.commune())));
    return "identity/profile/me";
  }
}
