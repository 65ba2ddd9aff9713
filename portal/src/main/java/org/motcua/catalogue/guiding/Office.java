package org.motcua.catalogue.guiding;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motcua.organisation.DepartmentKind;
import org.motcua.organisation.UnitLevel;

/** What kind of agency receives: which one it is follows from where the person lives. */
sealed interface Office {

  /** The people's committee of the commune, district or province. */
  record Committee(UnitLevel level) implements Office {}

  /** One of the province's departments. */
  record Department(DepartmentKind kind) implements Office {}

  /** One office for the whole country. */
  record Central() implements Office {}

  String CENTRAL = "CENTRAL";

  static Optional<Office> parse(String text) {
    if (text.equals(CENTRAL)) return Optional.of(new Central());
    return Stream.concat(
            Arrays.stream(UnitLevel.values())
                .filter(level -> level.name().equals(text))
                .<Office>map(Committee::new),
            Arrays.stream(DepartmentKind.values())
                .filter(kind -> kind.name().equals(text))
                .map(Department::new))
        .findFirst();
  }

  /** All that may be written in a file. */
  static String spellings() {
    return Stream.of(
            Arrays.stream(UnitLevel.values()).map(Enum::name),
            Arrays.stream(DepartmentKind.values()).map(Enum::name),
            Stream.of(CENTRAL))
        .flatMap(names -> names)
        .collect(Collectors.joining(", "));
  }

  /** How exactly the person's place must be known to name the agency. */
  default Optional<UnitLevel> asksFor() {
    return switch (this) {
      case Committee committee -> Optional.of(committee.level());
      case Department department -> Optional.of(UnitLevel.PROVINCE);
      case Central central -> Optional.empty();
    };
  }
}
