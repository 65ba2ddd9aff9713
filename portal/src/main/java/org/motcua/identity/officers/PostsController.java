package org.motcua.identity.officers;

import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Role;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Posts given to an officer and taken back. */
@Controller
@RequestMapping(OfficersController.HERE + "/{id}/posts")
class PostsController {

  private final KeepOfficer keep;
  private final OfficerSheet sheet;

  PostsController(KeepOfficer keep, OfficerSheet sheet) {
    this.keep = keep;
    this.sheet = sheet;
  }

  @PostMapping
  String appoint(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") String role,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var outcome = keep.appoint(OfficerSheet.accountId(id), agency(agency), role(role), user);
    return sheet.answer(id, outcome, Done.APPOINTED, user, page, model);
  }

  @PostMapping("/removal")
  String dismiss(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") String role,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var outcome = keep.dismiss(OfficerSheet.accountId(id), agency(agency), role(role), user);
    return sheet.answer(id, outcome, Done.DISMISSED, user, page, model);
  }

  private Agency agency(String asked) {
    return keep.findAgency(asked)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "No such agency"));
  }

  private static Role role(String asked) {
    for (var role : Role.values()) if (role.name().equals(asked)) return role;
    throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No such post");
  }
}
