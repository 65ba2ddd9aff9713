package org.motcua.identity.closing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountId;
import org.motcua.identity.Consents;
import org.motcua.identity.mandates.ending.EndMandates;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountState;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.profile.TellHolder;
import org.motcua.identity.sessions.Sessions;
import org.motcua.identity.verifying.Verifications;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Messages;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of an account: nobody signs in any more, and identity forgets who it was. */
@Service
class CloseAccount {

  private final Closings closings;
  private final AccountStore accounts;
  private final EndMandates endMandates;
  private final Consents consents;
  private final ChildrenLeft childrenLeft;
  private final Verifications verifications;
  private final Sessions sessions;
  private final TellHolder tell;
  private final Messages messages;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CloseAccount(
      Closings closings,
      AccountStore accounts,
      EndMandates endMandates,
      Consents consents,
      ChildrenLeft childrenLeft,
      Verifications verifications,
      Sessions sessions,
      TellHolder tell,
      Messages messages,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.closings = closings;
    this.accounts = accounts;
    this.endMandates = endMandates;
    this.consents = consents;
    this.childrenLeft = childrenLeft;
    this.verifications = verifications;
    this.sessions = sessions;
    this.tell = tell;
    this.messages = messages;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Does nothing for one that was taken back, or asked for anew since. */
  @Transactional
  public void close(AccountId id) {
    var now = clock.instant();
    var due = closings.findForUpdate(id).filter(at -> !now.isBefore(at));
    var account = accounts.find(id).filter(it -> it.state() == AccountState.CLOSING);
    if (due.isEmpty() || account.isEmpty()) return;
    tell.everywhere(account.get(), "identity.closing.done");
    var children = childrenLeft.of(id);
    close(account.get(), now);
    childrenLeft.withNobody(children, account.get()).forEach(child -> close(child, now));
  }

  private void close(Account account, Instant now) {
    var id = account.id();
    endMandates.endAll(account);
    consents.withdrawAll(id, Instant.EPOCH);
    verifications.noLongerVerified(id, "system:identity");
    closings.remove(id);
    closings.anonymise(id, messages.text(account.language(), "identity.closing.formerHolder"));
    sessions.endAll(id);
    audit.record("system:identity", "identity.closed", "account", id.toString(), Map.of());
    events.publishEvent(new AccountClosed(id, now));
  }
}
