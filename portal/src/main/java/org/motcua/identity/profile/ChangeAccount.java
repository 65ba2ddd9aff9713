package org.motcua.identity.profile;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.codes.Codes;
import org.motcua.identity.codes.Codes.Checked;
import org.motcua.identity.codes.Recipient;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.web.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes by the holder himself. Each is told at once where he could be reached before, with a link
 * that takes it back: if it was a thief, the holder still has his old phone.
 */
@Service
class ChangeAccount {

  private static final Duration STOPPABLE = Duration.ofHours(72);

  private final AccountStore accounts;
  private final AccountFacts facts;
  private final Changes changes;
  private final Codes codes;
  private final TellHolder tell;
  private final AuditTrail audit;
  private final Clock clock;
  private final String portal;

  ChangeAccount(
      AccountStore accounts,
      AccountFacts facts,
      Changes changes,
      Codes codes,
      TellHolder tell,
      AuditTrail audit,
      Clock clock,
      @Value("${motcua.public-url}") String portal) {
    this.accounts = accounts;
    this.facts = facts;
    this.changes = changes;
    this.codes = codes;
    this.tell = tell;
    this.audit = audit;
    this.clock = clock;
    this.portal = portal;
  }

  /** For which a code goes to the new phone or mailbox. */
  static String purpose(ChangeKind kind) {
    return "identity.change-" + kind.word();
  }

  /** The code was sent to the new phone or mailbox; where it came from is what it is changed to. */
  @Transactional
  public Checked confirmContact(CurrentUser user, ChangeKind kind, String typedCode) {
    var purpose = purpose(kind);
    var recipient = codes.sentTo(purpose, user.id().toString());
    var checked = codes.check(purpose, user.id(), typedCode);
    if (checked instanceof Checked.Right && recipient.isPresent()) {
      accounts.find(user.id()).ifPresent(account -> setContact(user, account, recipient.get()));
    }
    return checked;
  }

  private void setContact(CurrentUser user, Account account, Recipient to) {
    switch (to) {
      case Recipient.ToPhone(var phone) -> {
        var old = account.phone();
        if (old.equals(phone)) return;
        record(user, account, ChangeKind.PHONE, old.international(), phone.international());
        facts.setPhone(account.id(), old.international(), phone.international());
      }
      case Recipient.ToMailbox(var email) -> {
        var old = account.email();
        if (email.equals(old)) return;
        record(user, account, ChangeKind.EMAIL, old == null ? null : old.value(), email.value());
        facts.setEmail(account.id(), email.value());
      }
    }
  }

  @Transactional
  public void removeEmail(CurrentUser user) {
    accounts
        .find(user.id())
        .ifPresent(
            account -> {
              var old = account.email();
              if (old == null) return;
              record(user, account, ChangeKind.EMAIL, old.value(), null);
              facts.setEmail(account.id(), null);
            });
  }

  @Transactional
  public void setPassword(CurrentUser user, Account account, String hash) {
    record(user, account, ChangeKind.PASSWORD, account.passwordHash(), null);
    facts.setPassword(account.id(), hash);
  }

  /** False when another account has that number. */
  @Transactional
  public boolean setCitizenId(CurrentUser user, Account account, String former, String number) {
    if (!facts.setCitizenId(account.id(), number)) return false;
    record(user, account, ChangeKind.CITIZEN_ID, former, number);
    return true;
  }

  /** Nothing to undo in a language. */
  @Transactional
  public void setLanguage(CurrentUser user, Language language) {
    accounts.setLanguage(user.id(), language);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void record(
      CurrentUser user,
      Account account,
      ChangeKind kind,
      @Nullable String before,
      @Nullable String after) {
    var now = clock.instant();
    var token = SecretLink.fresh();
    changes.add(
        new Change(NewId.next(), account.id(), kind, before, after, now, now.plus(STOPPABLE), null),
        token);
    audit.record(
        user.actor(),
        "identity." + kind.word() + "-changed",
        "account",
        account.id().toString(),
        Map.of());
    tell.everywhere(account, "identity.told." + kind.word(), portal + "/not-me/" + token);
  }
}
