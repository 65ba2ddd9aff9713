package org.motcua.identity.profile;

import java.time.Duration;
import java.util.Optional;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Person;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.PersonStore;
import org.motcua.identity.registers.PopulationRegister;
import org.motcua.identity.registers.Purpose;
import org.motcua.identity.registers.RegisterOutOfOrder;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.springframework.stereotype.Service;

/**
 * From the number of nine digits of the former card to that of twelve, for life. The population
 * register is asked whether both are the same person's, so that nobody takes another's number.
 */
@Service
class ChangeCitizenId {

  private static final Limit PER_ACCOUNT = new Limit(5, Duration.ofHours(1));

  private final AccountStore accounts;
  private final PersonStore persons;
  private final PopulationRegister register;
  private final RateLimits limits;
  private final ChangeAccount changeAccount;

  ChangeCitizenId(
      AccountStore accounts,
      PersonStore persons,
      PopulationRegister register,
      RateLimits limits,
      ChangeAccount changeAccount) {
    this.accounts = accounts;
    this.persons = persons;
    this.register = register;
    this.limits = limits;
    this.changeAccount = changeAccount;
  }

  /** The number of nine digits that could be changed. */
  Optional<CitizenId> former(CurrentUser user) {
    return persons
        .findPerson(user.id())
        .flatMap(person -> Optional.ofNullable(person.citizenId()))
        .flatMap(CitizenId::parse)
        .filter(number -> !number.personal());
  }

  CitizenIdOutcome change(CurrentUser user, String typed) {
    var former = former(user);
    if (former.isEmpty()) return new CitizenIdOutcome.NothingToChange();
    var number = CitizenId.parse(typed).filter(CitizenId::personal);
    if (number.isEmpty()) return new CitizenIdOutcome.NotSuchANumber();
    if (!limits.tryConsume("identity.change-citizen-id:" + user.id(), PER_ACCOUNT)) {
      return new CitizenIdOutcome.TooManyTries();
    }
    try {
      var person = persons.findPerson(user.id()).orElseThrow();
      if (!samePerson(person, former.get(), number.get())) {
        return new CitizenIdOutcome.NotThisPersons();
      }
    } catch (RegisterOutOfOrder away) {
      return new CitizenIdOutcome.RegisterAway();
    }
    var account = accounts.find(user.id()).orElseThrow();
    return changeAccount.setCitizenId(user, account, former.get().digits(), number.get().digits())
        ? new CitizenIdOutcome.Changed()
        : new CitizenIdOutcome.OfAnotherAccount();
  }

  private boolean samePerson(Person person, CitizenId former, CitizenId number) {
    var born = person.dateOfBirth();
    return born != null
        && register
            .compare(number, person.name(), born, Purpose.VERIFICATION)
            .filter(found -> found.nameMatches() && found.dateOfBirthMatches() && found.alive())
            .filter(found -> found.formerNumber().equals(Optional.of(former)))
            .isPresent();
  }
}
