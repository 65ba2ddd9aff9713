package org.motcua.identity.closing;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.motcua.identity.AccountId;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateKind;
import org.motcua.identity.Mandates;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.springframework.stereotype.Component;

/**
 * The children of a parent who leaves. Their accounts were opened for the parents to act from: word
 * about them goes to the other parent from now on, and where there is none, they are closed, too.
 */
@Component
class ChildrenLeft {

  private static final int MOST = 50;

  private final Mandates mandates;
  private final AccountStore accounts;
  private final Closings closings;
  private final Clock clock;

  ChildrenLeft(Mandates mandates, AccountStore accounts, Closings closings, Clock clock) {
    this.mandates = mandates;
    this.accounts = accounts;
    this.closings = closings;
    this.clock = clock;
  }

  /** While the parent's mandates still stand. */
  List<AccountId> of(AccountId parent) {
    return parental(mandates.listHeld(parent, null, MOST)).map(Mandate::represented).toList();
  }

  /** Once they have ended. A child who has grown up and set a password keeps the account. */
  List<Account> withNobody(List<AccountId> children, Account parent) {
    return children.stream()
        .flatMap(child -> accounts.find(child).stream())
        .filter(child -> !hasOtherParent(child, parent) && child.passwordHash() == null)
        .toList();
  }

  private boolean hasOtherParent(Account child, Account parent) {
    var other =
        parental(mandates.listGiven(child.id(), null, MOST))
            .flatMap(mandate -> accounts.find(mandate.holder()).stream())
            .findFirst();
    if (child.phone().equals(parent.phone())) {
      other.map(Account::phone).ifPresent(phone -> closings.setPhone(child.id(), phone));
    }
    return other.isPresent();
  }

  private Stream<Mandate> parental(List<Mandate> all) {
    var now = clock.instant();
    return all.stream()
        .filter(mandate -> mandate.kind() == MandateKind.CHILD && mandate.stands(now));
  }
}
