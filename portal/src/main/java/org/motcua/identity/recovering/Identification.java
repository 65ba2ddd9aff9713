package org.motcua.identity.recovering;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  private static final List<NameKind> NUMBERS =
      List.of(NameKind.CITIZEN_ID, NameKind.SOCIAL_INSURANCE_NUMBER, NameKind.TAX_CODE);

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
        .filter(person -> bornThen(person, told.born()))
        .filter(
            person ->
                recovery.way() == Way.COUNTER
                    ? told.seen() && hasNumber(person, told.number())
                    : isAnother(recovery, told.number()) && knows(person, told.number()))
        .isPresent();
  }

  /** Whose number and birthday these are. Officers are their administrators' business. */
  Optional<AccountId> holder(String told, @Nullable LocalDate born) {
    var number = TypedName.of(told).value();
    return NUMBERS.stream()
        .flatMap(kind -> names.find(kind, number).stream())
        .filter(id -> accounts.findPerson(id).filter(person -> bornThen(person, born)).isPresent())
        .findFirst();
  }

  private static boolean bornThen(Person person, @Nullable LocalDate born) {
    return person.kind() == AccountKind.ENTERPRISE
        || person.dateOfBirth() != null && person.dateOfBirth().equals(born);
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
    return NUMBERS.stream()
        .flatMap(kind -> names.find(kind, number).stream())
        .anyMatch((AccountId holder) -> holder.equals(person.id()));
  }
}
