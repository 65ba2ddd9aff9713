package org.motcua.identity.closing;

import java.util.Map;
import org.motcua.identity.SignedIn;
import org.motcua.identity.model.AccountState;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.profile.TellHolder;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever signs in stays. */
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
    if (!closings.remove(signedIn.account())) return;
    accounts.setState(signedIn.account(), AccountState.OPEN);
    audit.record(
        "account:" + signedIn.account(),
        "identity.closing-taken-back",
        "account",
        signedIn.account().toString(),
        Map.of());
    accounts
        .find(signedIn.account())
        .ifPresent(account -> tell.everywhere(account, "identity.closing.takenBack"));
  }
}
