package org.motcua.identity.closing;

import java.util.Map;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountReclaimed;
import org.motcua.identity.SignedIn;
import org.motcua.identity.model.AccountState;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.profile.TellHolder;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever signs in stays; and it is a thief who closes the account that he has in his hands. */
@Component
class TakeBackClosing {

  private final Closings closings;
  private final AccountStore accounts;
  private final TellHolder tell;
  private final AuditTrail audit;

  TakeBackClosing(Closings closings, AccountStore accounts, TellHolder tell, AuditTrail audit) {
    this.closings = closings;
    this.accounts = accounts;
    this.tell = tell;
    this.audit = audit;
  }

  @EventListener
  @Transactional
  public void signedIn(SignedIn signedIn) {
    if (takeBack(signedIn.account())) {
      accounts
          .find(signedIn.account())
          .ifPresent(account -> tell.everywhere(account, "identity.closing.takenBack"));
    }
  }

  /** He is told by whatever gave it back to him. */
  @EventListener
  @Transactional
  public void reclaimed(AccountReclaimed reclaimed) {
    takeBack(reclaimed.account());
  }

  private boolean takeBack(AccountId account) {
    if (!closings.remove(account)) return false;
    accounts.setState(account, AccountState.OPEN);
    audit.record(
        "account:" + account,
        "identity.closing-taken-back",
        "account",
        account.toString(),
        Map.of());
    return true;
  }
}
