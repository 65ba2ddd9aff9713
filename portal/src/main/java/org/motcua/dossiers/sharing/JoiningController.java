package org.motcua.dossiers.sharing;

import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** An invitation is accepted or declined, or given up later on. */
@Controller
@RequestMapping("/my/dossiers/{id}")
class JoiningController {

  private final Joining joining;

  JoiningController(Joining joining) {
    this.joining = joining;
  }

  @PostMapping("/invitation/acceptance")
  String accept(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    user.require(LevelOfAssurance.LOA2);
    if (!joining.accept(new DossierId(id), user)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "redirect:/my/dossiers/" + id;
  }

  @PostMapping("/invitation/refusal")
  String decline(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    joining.decline(new DossierId(id), user);
    return "redirect:/my/dossiers";
  }

  @PostMapping("/invitation/departure")
  String leave(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    joining.leave(new DossierId(id), user);
    return "redirect:/my/dossiers";
  }
}
