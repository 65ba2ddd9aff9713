package org.motcua.identity.mandates.delegating;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.motcua.identity.Person;

/** The numbers under which a person or an enterprise may have been named. */
final class OwnNumbers {

  static List<String> of(Person person) {
    return Stream.of(person.citizenId(), person.socialInsuranceNumber(), person.taxCode())
        .filter(Objects::nonNull)
        .toList();
  }

  private OwnNumbers() {}
}
