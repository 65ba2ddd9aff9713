package org.motcua.identity.recovering;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.Person;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.model.TypedName;
import org.springframework.stereotype.Component;

/** Whether what an officer was shown or told is this account's holder. */
@Component
class Identification {

  private final Accounts accounts;
  private final AccountNames names;

  Identification(Accounts accounts, AccountNames names) {
    this.accounts = accounts;
    this.names = names;
  }

  /** Nobody's recovery never fits: an officer learns no more than the one who asks. */
  boolean fits(Recovery recovery, Told told) {
    return Optional.ofNullable(recovery.account())
        .flatMap(accounts::findPerson)
        .filter(person -> bornThen(person, told))
        .filter(
            person ->
                recovery.way() == Way.COUNTER
                    ? told.seen() && hasNumber(person, told.number())
                    : isAnother(recovery, told.number()) && knows(person, told.number()))
        .isPresent();
  }

  private static boolean bornThen(Person person, Told told) {
    return person.kind() == AccountKind.ENTERPRISE
        || person.dateOfBirth() != null && person.dateOfBirth().equals(told.born());
  }

  /** What was typed to begin with is no second identifier. */
  private static boolean isAnother(Recovery recovery, String told) {
    return !TypedName.of(recovery.typedNumber()).equals(TypedName.of(told));
  }

  private boolean knows(Person person, String told) {
    var email = person.email();
    return hasNumber(person, told)
        || email != null && email.toLowerCase(Locale.ROOT).equals(TypedName.of(told).value());
  }

  private boolean hasNumber(Person person, String told) {
    var number = TypedName.of(told).value();
    return Stream.of(NameKind.CITIZEN_ID, NameKind.SOCIAL_INSURANCE_NUMBER, NameKind.TAX_CODE)
        .flatMap(kind -> names.find(kind, number).stream())
        .anyMatch((AccountId holder) -> holder.equals(person.id()));
  }
}
