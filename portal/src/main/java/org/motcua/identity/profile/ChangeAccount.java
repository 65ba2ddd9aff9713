package org.motcua.identity.profile;

import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.codes.Codes;
import org.motcua.identity.codes.Codes.Checked;
import org.motcua.identity.codes.Recipient;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes by the holder himself, each of which may be taken back. */
@Service
class ChangeAccount {

  private final AccountStore accounts;
  private final AccountFacts facts;
  private final RecordChange recordChange;
  private final Codes codes;

  ChangeAccount(AccountStore accounts, AccountFacts facts, RecordChange recordChange, Codes codes) {
    this.accounts = accounts;
    this.facts = facts;
    this.recordChange = recordChange;
    this.codes = codes;
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

  private void record(
      CurrentUser user,
      Account account,
      ChangeKind kind,
      @Nullable String before,
      @Nullable String after) {
    recordChange.record(
        user.actor(), account, kind.word() + "-changed", kind.word(), kind, before, after, false);
  }
}
