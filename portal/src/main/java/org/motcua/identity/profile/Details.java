package org.motcua.identity.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.Gender;
import org.motcua.identity.HomeAddress;
import org.motcua.identity.Person;

/** Who the holder of an account is, as he says, and where he lives. */
record Details(
    String name,
    @Nullable LocalDate born,
    @Nullable Gender gender,
    @Nullable String citizenId,
    @Nullable HomeAddress home) {

  static Details of(Person person) {
    return new Details(
        person.name(), person.dateOfBirth(), person.gender(), person.citizenId(), person.address());
  }

  Details at(@Nullable HomeAddress other) {
    return new Details(name, born, gender, citizenId, other);
  }

  /** The same person wherever he lives. */
  boolean samePerson(Details other) {
    return equals(other.at(home));
  }

  @Override
  public String toString() {
    return "Details";
  }
}
