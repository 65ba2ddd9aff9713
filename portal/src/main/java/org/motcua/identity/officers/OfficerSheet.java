package org.motcua.identity.officers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** The page of one officer, to which each act upon him leads back. */
@Component
class OfficerSheet {

  private final Officers officers;
  private final KeepOfficer keep;
  private final Remits remits;
  private final Posts posts;
  private final Organisation organisation;

  OfficerSheet(
      Officers officers, KeepOfficer keep, Remits remits, Posts posts, Organisation organisation) {
    this.officers = officers;
    this.keep = keep;
    this.remits = remits;
    this.posts = posts;
    this.organisation = organisation;
  }

  /** Back to the page: told by a redirect what was done, or at once what was not. */
  String answer(
      String id, KeepOfficer.Outcome outcome, Done done, CurrentUser user, Page page, Model model) {
    return switch (outcome) {
      case DONE -> done.redirect(accountId(id));
      case NO_SUCH_OFFICER -> throw noSuchOfficer();
      case NOT_YOURS -> throw Remit.notYours();
      case NO_SUCH_POST -> refused(id, "noSuchPost", user, page, model);
      case PHONE_IS_HIS_OWN -> refused(id, "phoneIsHisOwn", user, page, model);
      case SUSPENDED -> refused(id, "suspended", user, page, model);
    };
  }

  private String refused(String id, String why, CurrentUser user, Page page, Model model) {
    var refusal = page.t("identity.officers.wrong." + why);
    return show(id, null, refusal, FieldErrors.NONE, user, model);
  }

  /**
   * @param told what was done
   * @param refusal what was not, and why
   * @param contactErrors what is wrong with the phone and mailbox that were typed
   */
  String show(
      String id,
      @Nullable String told,
      @Nullable String refusal,
      FieldErrors contactErrors,
      CurrentUser user,
      Model model) {
    var remit = remits.demand(user);
    var officer = visible(accountId(id), remit);
    var held = posts.postsOf(officer.officerId());
    var oneself = remit.isAdministrator(officer.id());
    var rows =
        held.stream()
            .map(
                post ->
                    new OfficerView.PostRow(
                        organisation.getAgency(post.agency()),
                        post.role(),
                        !oneself && remit.covers(post.agency())))
            .toList();
    model.addAttribute(
        "view",
        new OfficerView(
            officer,
            organisation.getAgency(officer.agency()),
            rows,
            oneself,
            remit.answersFor(officer, held),
            remit.agencies().stream()
                .map(agency -> new Choice(agency.id().value(), agency.name()))
                .toList(),
            rolesAt(remit.agencies()),
            told,
            refusal));
    if (contactErrors.isEmpty()) model.addAttribute("contact", ContactForm.of(officer));
    model.addAttribute("errors", contactErrors);
    return "identity/officers/officer";
  }

  private static List<Role> rolesAt(List<Agency> agencies) {
    return agencies.stream()
        .map(Agency::kind)
        .distinct()
        .flatMap(kind -> RolesAt.agencyOf(kind).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** For a page that asks before an act: only of one whom this administrator keeps. */
  Officer getKept(String id, CurrentUser user) {
    var remit = remits.demand(user);
    var officer = visible(accountId(id), remit);
    if (!keep.mayBeKept(officer, remit)) throw Remit.notYours();
    return officer;
  }

  private Officer visible(AccountId id, Remit remit) {
    return officers
        .find(id)
        .filter(officer -> keep.mayBeSeen(officer, remit))
        .orElseThrow(OfficerSheet::noSuchOfficer);
  }

  static AccountId accountId(String id) {
    try {
      return AccountId.of(id);
    } catch (IllegalArgumentException notAnId) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such officer", notAnId);
    }
  }

  private static ResponseStatusException noSuchOfficer() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "No such officer");
  }
}
