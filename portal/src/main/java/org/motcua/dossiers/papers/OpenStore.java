package org.motcua.dossiers.papers;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.motcua.dossiers.papers.Opening.Helper;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.Consents;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which of those who act for somebody in everything may use the papers besides. */
@Service
class OpenStore {

  /** As many as stand on a page; nobody has more who do everything for him. */
  private static final int AT_MOST = 100;

  private static final String WHAT = "dossiers.store.consent.opened";
  private static final String WHY = "dossiers.store.consent.opened.why";

  private final Mandates mandates;
  private final Consents consents;
  private final Accounts accounts;
  private final Clock clock;

  OpenStore(Mandates mandates, Consents consents, Accounts accounts, Clock clock) {
    this.mandates = mandates;
    this.consents = consents;
    this.accounts = accounts;
    this.clock = clock;
  }

  Opening of(CurrentUser owner) {
    var persons = accounts.findPersons(holders(owner)).values();
    return new Opening(
        persons.stream()
            .sorted(Comparator.comparing(Person::name))
            .map(person -> new Helper(person.id().toString(), person.name(), isOpen(owner, person)))
            .toList());
  }

  private boolean isOpen(CurrentUser owner, Person holder) {
    return consents.stands(owner.id(), OwnPapers.OPENED, OwnPapers.recipient(holder.id()));
  }

  /** Nothing for one who does not act for the owner in everything. Twice is once. */
  @Transactional
  void open(CurrentUser owner, AccountId holder) {
    if (!holders(owner).contains(holder)) return;
    var given =
        new Consents.Given(
            owner.id(),
            OwnPapers.OPENED,
            OwnPapers.recipient(holder),
            WHAT,
            WHY,
            accounts.getPerson(holder).name(),
            true);
    consents.give(given, owner.actor());
  }

  private List<AccountId> holders(CurrentUser owner) {
    return mandates.listGiven(owner.id(), null, AT_MOST).stream()
        .filter(mandate -> mandate.kind() == MandateKind.DELEGATION)
        .filter(mandate -> mandate.scope() instanceof MandateScope.All)
        .filter(mandate -> mandate.stands(clock.instant()))
        .map(Mandate::holder)
        .distinct()
        .toList();
  }
}
