package org.motcua.identity.officers;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.attempts.KnownBrowsers;
import org.motcua.identity.changes.ForgetKeys;
import org.motcua.identity.model.AccountState;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.Phone;
import org.motcua.identity.sessions.Sessions;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an administrator does with an officer of his: each act asks anew whether he may, and may
 * come twice.
 */
@Service
class KeepOfficer {

  private final Officers officers;
  private final Remits remits;
  private final AccountStore accounts;
  private final Posts posts;
  private final Organisation organisation;
  private final SendFirstSignIn firstSignIn;
  private final FirstSignIns firstSignIns;
  private final KnownBrowsers browsers;
  private final ForgetKeys keys;
  private final Sessions sessions;
  private final SmsGateway sms;
  private final Messages messages;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  KeepOfficer(
      Officers officers,
      Remits remits,
      AccountStore accounts,
      Posts posts,
      Organisation organisation,
      SendFirstSignIn firstSignIn,
      FirstSignIns firstSignIns,
      KnownBrowsers browsers,
      ForgetKeys keys,
      Sessions sessions,
      SmsGateway sms,
      Messages messages,
      AuditTrail audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.officers = officers;
    this.remits = remits;
    this.accounts = accounts;
    this.posts = posts;
    this.organisation = organisation;
    this.firstSignIn = firstSignIn;
    this.firstSignIns = firstSignIns;
    this.browsers = browsers;
    this.keys = keys;
    this.sessions = sessions;
    this.sms = sms;
    this.messages = messages;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  enum Outcome {
    DONE,
    /** Nobody of that id, or one who is nothing to this administrator. */
    NO_SUCH_OFFICER,
    /** Oneself, or one who serves above or beside this administrator's agencies as well. */
    NOT_YOURS,
    /** No such post at that agency, or an agency that is nothing to this administrator. */
    NO_SUCH_POST,
    /** His phone is his own since he has signed in: only he changes it. */
    PHONE_IS_HIS_OWN,
    SUSPENDED
  }

  Outcome suspend(AccountId id, SuspensionReason reason, CurrentUser administrator) {
    var outcome =
        change(
            id,
            administrator,
            officer -> {
              if (officer.suspendedAt() != null) return;
              accounts.setState(id, AccountState.SUSPENDED);
              officers.suspended(id, clock.instant(), reason);
              firstSignIns.remove(id);
              record(administrator, "identity.suspended", id, Map.of("reason", reason.name()));
              tell(officer, "identity.officers.sms.suspended");
            });
    // After the commit: a session that was being opened meanwhile is found, too.
    if (outcome == Outcome.DONE) sessions.endAll(id);
    return outcome;
  }

  Outcome takeBack(AccountId id, CurrentUser administrator) {
    return change(
        id,
        administrator,
        officer -> {
          if (officer.suspendedAt() == null) return;
          accounts.setState(id, AccountState.OPEN);
          officers.takenBack(id);
          record(administrator, "identity.suspension-ended", id, Map.of());
          tell(officer, "identity.officers.sms.takenBack");
        });
  }

  /** What signed the officer in before signs nobody in any more. */
  Outcome handOverFirstSignIn(AccountId id, CurrentUser administrator) {
    var suspended = officers.find(id).filter(officer -> officer.suspendedAt() != null).isPresent();
    if (suspended) return Outcome.SUSPENDED;
    var outcome =
        change(
            id,
            administrator,
            officer -> {
              if (firstSignIn.sentJustNow(id)) return;
              officers.forgetPassword(id);
              browsers.forgetAll(id);
              keys.forgetAll(id);
              firstSignIn.send(
                  id,
                  officer.signInName(),
                  officer.phone(),
                  officer.language(),
                  administrator.actor());
            });
    if (outcome == Outcome.DONE) sessions.endAll(id);
    return outcome;
  }

  /**
   * Only until the officer has first signed in: who could change the phone later could become that
   * officer.
   */
  Outcome mendContact(
      AccountId id, Phone phone, @Nullable String email, CurrentUser administrator) {
    var entered = officers.find(id).filter(officer -> officer.enteredAt() != null).isPresent();
    if (entered) return Outcome.PHONE_IS_HIS_OWN;
    return change(
        id,
        administrator,
        officer -> {
          if (officer.enteredAt() != null) return;
          var same = officer.phone().equals(phone);
          officers.setContact(id, phone, email);
          record(administrator, "identity.officer-contact-mended", id, Map.of());
          if (!same && officer.suspendedAt() == null) {
            firstSignIn.send(
                id, officer.signInName(), phone, officer.language(), administrator.actor());
          }
        });
  }

  Outcome appoint(AccountId id, Agency agency, Role role, CurrentUser administrator) {
    if (!remits.of(administrator).covers(agency.id())
        || !RolesAt.agencyOf(agency.kind()).contains(role)) {
      return Outcome.NO_SUCH_POST;
    }
    return change(
        id,
        administrator,
        officer ->
            posts.appoint(new Post(officer.officerId(), agency.id(), role), administrator.actor()));
  }

  /**
   * Whoever answers for the agency may take its post back, also from an officer of another agency;
   * oneself nobody dismisses, so an agency never loses its last administrator by mistake.
   */
  Outcome dismiss(AccountId id, Agency agency, Role role, CurrentUser administrator) {
    var remit = remits.of(administrator);
    if (!remit.covers(agency.id())) return Outcome.NO_SUCH_POST;
    if (remit.isAdministrator(id)) return Outcome.NOT_YOURS;
    var officer = officers.find(id).filter(one -> mayBeSeen(one, remit));
    if (officer.isEmpty()) return Outcome.NO_SUCH_OFFICER;
    posts.dismiss(new Post(officer.get().officerId(), agency.id(), role), administrator.actor());
    return Outcome.DONE;
  }

  /** One of his own agencies keeps the account, or has given the officer a post. */
  boolean mayBeSeen(Officer officer, Remit remit) {
    return remit.covers(officer.agency())
        || posts.postsOf(officer.officerId()).stream().map(Post::agency).anyMatch(remit::covers);
  }

  boolean mayBeKept(Officer officer, Remit remit) {
    return remit.answersFor(officer, posts.postsOf(officer.officerId()));
  }

  Optional<Agency> findAgency(String id) {
    return AgencyId.parse(id).flatMap(organisation::findAgency);
  }

  private Outcome change(AccountId id, CurrentUser administrator, Consumer<Officer> act) {
    return transaction.execute(
        status -> {
          var remit = remits.of(administrator);
          var officer = officers.findForUpdate(id).filter(one -> mayBeSeen(one, remit));
          if (officer.isEmpty()) return Outcome.NO_SUCH_OFFICER;
          if (!mayBeKept(officer.get(), remit)) return Outcome.NOT_YOURS;
          act.accept(officer.get());
          return Outcome.DONE;
        });
  }

  private void record(
      CurrentUser administrator, String action, AccountId id, Map<String, ?> details) {
    audit.record(administrator.actor(), action, "account", id.toString(), details);
  }

  private void tell(Officer officer, String message) {
    sms.send(
        officer.phone().international(),
        messages.text(officer.language(), message, officer.signInName()));
  }
}
