package org.motcua.identity.officers;

import java.util.Map;
import org.motcua.identity.AccountKind;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.model.NewAccount;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens an account that has no password until its officer sets one. */
@Service
class AddOfficer {

  private final AccountStore accounts;
  private final AccountNames names;
  private final Officers officers;
  private final Posts posts;
  private final SendFirstSignIn firstSignIn;
  private final AuditTrail audit;

  AddOfficer(
      AccountStore accounts,
      AccountNames names,
      Officers officers,
      Posts posts,
      SendFirstSignIn firstSignIn,
      AuditTrail audit) {
    this.accounts = accounts;
    this.names = names;
    this.officers = officers;
    this.posts = posts;
    this.firstSignIn = firstSignIn;
    this.audit = audit;
  }

  enum Outcome {
    ADDED,
    /** By an earlier click with the same form. */
    ADDED_ALREADY,
    NAME_TAKEN
  }

  /**
   * @param actor who adds, as the audit trail names it
   */
  @Transactional
  Outcome add(NewOfficer officer, String actor) {
    if (!accounts.add(account(officer))) {
      return isEarlierClick(officer) ? Outcome.ADDED_ALREADY : Outcome.NAME_TAKEN;
    }
    // Whose phone it is, is not known before something sent there comes back.
    names.release(officer.id(), NameKind.PHONE, officer.phone().international());
    officers.file(
        officer.id(),
        officer.agency().id(),
        NameKey.of(officer.name(), officer.signInName()),
        null);
    officers.setContact(officer.id(), officer.phone(), officer.email());
    audit.record(
        actor,
        "identity.officer-added",
        "account",
        officer.id().toString(),
        Map.of("agency", officer.agency().id().value()));
    for (var role : officer.roles()) {
      var post = new Post(new OfficerId(officer.id().value()), officer.agency().id(), role);
      posts.appoint(post, actor);
    }
    firstSignIn.send(
        officer.id(), officer.signInName(), officer.phone(), Language.VIETNAMESE, actor);
    return Outcome.ADDED;
  }

  private boolean isEarlierClick(NewOfficer officer) {
    return officers
        .find(officer.id())
        .filter(known -> known.signInName().equals(officer.signInName()))
        .filter(known -> known.agency().equals(officer.agency().id()))
        .isPresent();
  }

  private static NewAccount account(NewOfficer officer) {
    return new NewAccount(
        officer.id().value(),
        AccountKind.OFFICER,
        officer.name(),
        null,
        null,
        null,
        officer.signInName(),
        null,
        null,
        officer.phone().international(),
        null,
        null,
        Language.VIETNAMESE,
        null);
  }
}
