package org.motcua.identity.mandates.children;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Person;
import org.motcua.identity.Power;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.model.NewAccount;
import org.motcua.identity.registers.PopulationRegister;
import org.motcua.identity.registers.PopulationRegister.Child;
import org.motcua.identity.registers.Purpose;
import org.motcua.identity.registers.RegisterOutOfOrder;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.ids.NewId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who somebody's minor children are is asked of the register each time, since it can change: the
 * list is shown, and a mandate given, only as the register says so now.
 */
@Service
class ChildrenOfParent {

  private static final int OF_AGE = 18;
  private static final int SHOWN = 50;
  private static final Set<Power> ALL = Set.of(Power.SEE, Power.FILE, Power.PAY, Power.SIGN);

  private final PopulationRegister register;
  private final Accounts accounts;
  private final AccountStore accountStore;
  private final AccountNames names;
  private final Mandates mandates;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  ChildrenOfParent(
      PopulationRegister register,
      Accounts accounts,
      AccountStore accountStore,
      AccountNames names,
      Mandates mandates,
      AuditTrail audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.register = register;
    this.accounts = accounts;
    this.accountStore = accountStore;
    this.names = names;
    this.mandates = mandates;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  ChildrenOutcome of(CurrentUser parent) {
    var number = personalNumber(parent);
    if (number.isEmpty()) return new ChildrenOutcome.NoPersonalNumber();
    try {
      var children = minors(number.get());
      endWhereNoLongerParent(parent, children);
      return new ChildrenOutcome.Found(
          children.stream().map(child -> card(child, parent)).toList());
    } catch (RegisterOutOfOrder down) {
      return new ChildrenOutcome.RegisterDown();
    }
  }

  /**
   * A mandate for this child until it is of age; empty when the register does not name it.
   *
   * @throws RegisterOutOfOrder when it cannot be asked
   */
  Optional<Mandate> mandateFor(String childNumber, CurrentUser parent) {
    return personalNumber(parent).map(this::minors).orElseGet(List::of).stream()
        .filter(child -> child.number().digits().equals(childNumber))
        .findFirst()
        .map(child -> transaction.execute(status -> grant(child, parent)));
  }

  private Mandate grant(Child child, CurrentUser parent) {
    var account = names.find(NameKind.CITIZEN_ID, child.number().digits());
    return mandates.grant(
        new NewMandate(
            MandateKind.CHILD,
            account.orElseGet(() -> open(child, parent)),
            parent.id(),
            ALL,
            new MandateScope.All(),
            eighteenth(child).atStartOfDay(CountryTime.ZONE).toInstant()),
        parent);
  }

  /** Without password, and not found by the parent's phone: nobody signs in as a child. */
  private AccountId open(Child child, CurrentUser parent) {
    var phone = accounts.getPerson(parent.id()).phone();
    var id = new AccountId(NewId.next());
    var added =
        accountStore.add(
            new NewAccount(
                id.value(),
                AccountKind.CITIZEN,
                child.name(),
                child.number().digits(),
                null,
                null,
                null,
                child.dateOfBirth(),
                child.gender().or(child.number()::gender).orElse(null),
                phone,
                null,
                null,
                accounts.languageOf(parent.id()),
                null));
    if (!added) {
      // The other parent was here in the same moment.
      return names.find(NameKind.CITIZEN_ID, child.number().digits()).orElseThrow();
    }
    names.release(id, NameKind.PHONE, phone);
    audit.record(
        parent.actor(), "identity.child-account-opened", "account", id.toString(), Map.of());
    return id;
  }

  /** Only numbers of 12 digits are known to the register; only people have children. */
  private Optional<CitizenId> personalNumber(CurrentUser parent) {
    return accounts
        .findPerson(parent.id())
        .filter(person -> person.kind() == AccountKind.CITIZEN)
        .map(Person::citizenId)
        .flatMap(CitizenId::parse)
        .filter(CitizenId::personal);
  }

  private List<Child> minors(CitizenId parent) {
    var today = today();
    return register.childrenOf(parent, Purpose.CHILDREN).stream()
        .filter(child -> eighteenth(child).isAfter(today))
        .toList();
  }

  /** A court may have decided otherwise since. */
  private void endWhereNoLongerParent(CurrentUser parent, List<Child> children) {
    var now = clock.instant();
    var held =
        mandates.listHeld(parent.id(), null, SHOWN).stream()
            .filter(mandate -> mandate.kind() == MandateKind.CHILD && mandate.stands(now))
            .toList();
    if (held.isEmpty()) return;
    var numbers =
        children.stream().map(child -> child.number().digits()).collect(Collectors.toSet());
    for (var mandate : held) {
      var number = accounts.findPerson(mandate.represented()).map(Person::citizenId);
      if (number.filter(numbers::contains).isEmpty()) mandates.revoke(mandate.id(), parent);
    }
  }

  private ChildCard card(Child child, CurrentUser parent) {
    return new ChildCard(
        child.number().digits(),
        child.name(),
        child.dateOfBirth(),
        eighteenth(child).minusDays(1),
        names
            .find(NameKind.CITIZEN_ID, child.number().digits())
            .map(account -> othersFor(account, parent))
            .orElseGet(List::of));
  }

  private List<String> othersFor(AccountId child, CurrentUser parent) {
    var now = clock.instant();
    return mandates.listGiven(child, null, SHOWN).stream()
        .filter(mandate -> mandate.stands(now) && !mandate.holder().equals(parent.id()))
        .map(mandate -> accounts.findPerson(mandate.holder()).map(Person::name).orElse("–"))
        .distinct()
        .toList();
  }

  private static LocalDate eighteenth(Child child) {
    return child.dateOfBirth().plusYears(OF_AGE);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(CountryTime.ZONE));
  }
}
