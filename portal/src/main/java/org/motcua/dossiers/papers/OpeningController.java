package org.motcua.dossiers.papers;

import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.identity.PowerNeeded;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Its owner opens a store to those who act for him; it is shut again among his consents. */
@Controller
@RequestMapping(StoreController.PATH + "/helpers")
class OpeningController {

  private final OpenStore openStore;

  OpeningController(OpenStore openStore) {
    this.openStore = openStore;
  }

  @GetMapping
  String helpers(
      @RequestParam Optional<String> opened,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    requireOwner(user);
    model.addAttribute("opening", openStore.of(user));
    model.addAttribute("opened", opened.isPresent());
    return "dossiers/papers/helpers";
  }

  @PostMapping
  String open(@RequestParam UUID holder, @AuthenticationPrincipal CurrentUser user) {
    requireOwner(user);
    openStore.open(user, new AccountId(holder));
    return "redirect:" + StoreController.PATH + "/helpers?opened";
  }

  private static void requireOwner(CurrentUser user) {
    if (user.acting() != null) throw new PowerNeeded(Power.MANAGE);
  }
}
