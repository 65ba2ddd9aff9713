package org.motcua.identity.profile;

import org.motcua.identity.model.Account;
import org.motcua.identity.model.Phone;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The phone and password that a recovery ends with. The old contacts are told, but cannot undo it
 * any more: a stolen phone is the very reason why people recover their account.
 */
@Service
public class RecoverAccount {

  private final AccountFacts facts;
  private final Changes changes;
  private final TellHolder tell;

  RecoverAccount(AccountFacts facts, Changes changes, TellHolder tell) {
    this.facts = facts;
    this.changes = changes;
    this.tell = tell;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void set(Account account, Phone phone, String passwordHash) {
    tell.everywhere(account, "identity.told.recovered");
    changes.forgetAll(account.id());
    facts.setPassword(account.id(), passwordHash);
    facts.setPhone(account.id(), account.phone().international(), phone.international());
  }
}
