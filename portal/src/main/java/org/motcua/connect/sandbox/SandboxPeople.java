package org.motcua.connect.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Gender;
import org.motcua.identity.Person;

/**
 * Made-up people, the same in every installation. Each is a case that a client must be able to
 * handle: a new number and an old one, hardly anything known, an enterprise.
 */
public final class SandboxPeople {

  private static final List<Person> ALL =
      List.of(
          citizen(1, "Thử Thị Một", "001190000001", Gender.FEMALE, "thu.mot@motcua.example"),
          citizen(2, "Thử Văn Hai", "100000002", Gender.MALE, "thu.hai@motcua.example"),
          new Person(
              id(3),
              AccountKind.CITIZEN,
              "Thử Thị Ba",
              null,
              "0100000003",
              null,
              null,
              null,
              "+84900000003",
              null,
              null),
          new Person(
              id(4),
              AccountKind.ENTERPRISE,
              "Công ty TNHH Thử Bốn",
              null,
              null,
              "0100000004",
              null,
              null,
              "+84900000004",
              "thu.bon@motcua.example",
              null));

  public static List<Person> all() {
    return ALL;
  }

  public static Optional<Person> find(AccountId id) {
    return ALL.stream().filter(person -> person.id().equals(id)).findFirst();
  }

  private static Person citizen(
      int number, String name, String citizenId, Gender gender, String email) {
    return new Person(
        id(number),
        AccountKind.CITIZEN,
        name,
        citizenId,
        null,
        null,
        LocalDate.of(1990, number, number),
        gender,
        "+8490000000" + number,
        email,
        null);
  }

  /** A UUID of no version: no account has such. */
  private static AccountId id(int number) {
    return new AccountId(new UUID(0, number));
  }

  private SandboxPeople() {}
}
