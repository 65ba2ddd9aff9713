package org.motcua.identity.enterprises;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Mandates;
import org.motcua.identity.Power;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.model.SameName;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks somebody to become a member. Whether he has an account is not told: the answer is the same,
 * and whoever makes one later finds the invitation.
 */
@Service
class InviteMember {

  /** Members and invitations together: pages and locks are made for so many. */
  private static final int MOST = 200;

  private static final Limit PER_ENTERPRISE = new Limit(50, Duration.ofDays(1));

  private final Invitations invitations;
  private final Members members;
  private final Mandates mandates;
  private final Accounts accounts;
  private final AccountNames names;
  private final AuditTrail audit;
  private final RateLimits limits;
  private final SmsGateway sms;
  private final Messages messages;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final String portal;

  InviteMember(
      Invitations invitations,
      Members members,
      Mandates mandates,
      Accounts accounts,
      AccountNames names,
      AuditTrail audit,
      RateLimits limits,
      SmsGateway sms,
      Messages messages,
      Clock clock,
      TransactionTemplate transaction,
      @Value("${motcua.public-url}") String portal) {
    this.invitations = invitations;
    this.members = members;
    this.mandates = mandates;
    this.accounts = accounts;
    this.names = names;
    this.audit = audit;
    this.limits = limits;
    this.sms = sms;
    this.messages = messages;
    this.clock = clock;
    this.transaction = transaction;
    this.portal = portal;
  }

  InvitationOutcome invite(
      AccountId enterprise, CitizenId citizenId, String name, Set<Power> powers, CurrentUser by) {
    by.require(LevelOfAssurance.LOA2);
    if (!limits.tryConsume("identity.invite:" + enterprise, PER_ENTERPRISE)) {
      return new InvitationOutcome.TooMany();
    }
    return transaction.execute(status -> put(enterprise, citizenId, name, powers, by));
  }

  private InvitationOutcome put(
      AccountId enterprise, CitizenId citizenId, String name, Set<Power> powers, CurrentUser by) {
    members.lock(enterprise);
    if (!mandates.manages(by.id(), enterprise)) return new InvitationOutcome.NotManaging();
    var now = clock.instant();
    var present = mandates.listMembers(enterprise);
    if (names
        .find(NameKind.CITIZEN_ID, citizenId.digits())
        .filter(account -> present.stream().anyMatch(it -> it.holder().equals(account)))
        .isPresent()) {
      return new InvitationOutcome.MemberAlready();
    }
    if (present.size() + invitations.listOf(enterprise, now).size() >= MOST) {
      return new InvitationOutcome.TooMany();
    }
    var invitation =
        new Invitation(
            NewId.next(),
            enterprise,
            citizenId,
            name,
            powers,
            by.signedIn(),
            now,
            now.plus(Invitation.OPEN));
    invitations.put(invitation);
    record(by, "identity.member-invited", invitation);
    tell(invitation);
    return new InvitationOutcome.Invited();
  }

  /** Taking back twice is taking back once. */
  void withdraw(AccountId enterprise, UUID id, CurrentUser by) {
    transaction.executeWithoutResult(
        status ->
            invitations
                .findForUpdate(id)
                .filter(invitation -> invitation.enterprise().equals(enterprise))
                .ifPresent(
                    invitation -> {
                      invitations.remove(id);
                      record(by, "identity.invitation-withdrawn", invitation);
                    }));
  }

  private void tell(Invitation invitation) {
    names
        .find(NameKind.CITIZEN_ID, invitation.citizenId().digits())
        .flatMap(accounts::findPerson)
        .filter(person -> SameName.is(person.name(), invitation.name()))
        .ifPresent(
            person ->
                sms.send(
                    person.phone(),
                    messages.text(
                        accounts.languageOf(person.id()),
                        "identity.enterprises.sms.invited",
                        accounts.getPerson(invitation.enterprise()).name(),
                        portal + EnterprisesController.PAGE)));
  }

  private void record(CurrentUser by, String action, Invitation invitation) {
    audit.record(
        by.actor(),
        action,
        "account",
        invitation.enterprise().toString(),
        Map.of(
            "invitation",
            invitation.id().toString(),
            "powers",
            new TreeSet<>(invitation.powers())));
  }
}
