package org.motcua.identity.mandates.children;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.mandates.acting.ActFor;
import org.motcua.identity.registers.RegisterOutOfOrder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One's children, and acting for them; for verified persons alone. */
@Controller
@RequestMapping("/my/children")
class ChildrenController {

  private static final String DESTINATION = "/my/dossiers";

  private final ChildrenOfParent children;
  private final ActFor actFor;

  ChildrenController(ChildrenOfParent children, ActFor actFor) {
    this.children = children;
    this.actFor = actFor;
  }

  @GetMapping
  String list(@AuthenticationPrincipal CurrentUser user, Model model) {
    requireParent(user);
    return show(children.of(user), model);
  }

  @PostMapping("/acting")
  String act(
      @RequestParam String child,
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    requireParent(user);
    try {
      var mandate =
          children
              .mandateFor(child, user)
              .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
      actFor.begin(user, mandate.id(), DESTINATION, request, response);
      return "redirect:" + DESTINATION;
    } catch (RegisterOutOfOrder down) {
      return show(new ChildrenOutcome.RegisterDown(), model);
    }
  }

  private static void requireParent(CurrentUser user) {
    if (user.kind() != AccountKind.CITIZEN) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    user.require(LevelOfAssurance.LOA3);
  }

  private static String show(ChildrenOutcome outcome, Model model) {
    model.addAttribute(
        "children",
        outcome instanceof ChildrenOutcome.Found(var found) ? found : List.<ChildCard>of());
    model.addAttribute(
        "trouble",
        switch (outcome) {
          case ChildrenOutcome.Found found -> "";
          case ChildrenOutcome.NoPersonalNumber none -> "noNumber";
          case ChildrenOutcome.RegisterDown down -> "down";
        });
    return "identity/mandates/children/children";
  }
}
