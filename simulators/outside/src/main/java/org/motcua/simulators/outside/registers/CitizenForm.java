package org.motcua.simulators.outside.registers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.FormErrors;
import org.motcua.simulators.outside.phones.PhoneNumber;

/** What a visitor enters about a person, for all registers that know persons. */
public record CitizenForm(
    String number,
    String formerNumber,
    String name,
    String dateOfBirth,
    String gender,
    String phone,
    String insuranceNumber,
    String parents,
    boolean dead) {

  private static final Pattern TWELVE_DIGITS = Pattern.compile("\\d{12}");
  private static final Pattern NINE_DIGITS_OR_NONE = Pattern.compile("(\\d{9})?");
  private static final Pattern TEN_DIGITS_OR_NONE = Pattern.compile("(\\d{10})?");
  private static final Pattern PHONE_OR_NONE = Pattern.compile("((\\+84|0)\\d{8,10})?");
  private static final Pattern PARENTS = Pattern.compile("(\\d{12}([, ]+\\d{12})?)?");
  private static final Pattern BETWEEN = Pattern.compile("[, ]+");
  private static final int LONGEST_NAME = 200;

  static CitizenForm of(Map<String, String> fields) {
    return new CitizenForm(
        digits(fields, "number"),
        digits(fields, "formerNumber"),
        text(fields, "name"),
        text(fields, "dateOfBirth"),
        text(fields, "gender"),
        digits(fields, "phone"),
        digits(fields, "insuranceNumber"),
        text(fields, "parents"),
        fields.containsKey("dead"));
  }

  static CitizenForm empty() {
    return of(Map.of());
  }

  static CitizenForm of(Citizen citizen, List<Subscription> phones, List<Insured> insured) {
    return new CitizenForm(
        citizen.number(),
        citizen.formerNumber() == null ? "" : citizen.formerNumber(),
        citizen.name(),
        citizen.dateOfBirth().toString(),
        citizen.gender().name(),
        phones.stream().findFirst().map(one -> one.phone().digits()).orElse(""),
        insured.stream().findFirst().map(Insured::number).orElse(""),
        String.join(", ", citizen.parents()),
        !citizen.alive());
  }

  private static String text(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "").strip();
  }

  private static String digits(Map<String, String> fields, String name) {
    return text(fields, name).replaceAll("[\\s.-]", "");
  }

  FormErrors errors() {
    return new FormErrors()
        .matches("number", number, TWELVE_DIGITS, "registers.number.wrong")
        .matches("formerNumber", formerNumber, NINE_DIGITS_OR_NONE, "registers.former.wrong")
        .check("name", !name.isEmpty() && name.length() <= LONGEST_NAME, "registers.name.wrong")
        .check("dateOfBirth", born() != null, "registers.born.wrong")
        .check("gender", isGender(), "registers.gender.wrong")
        .matches("phone", phone, PHONE_OR_NONE, "registers.phone.wrong")
        .matches(
            "insuranceNumber", insuranceNumber, TEN_DIGITS_OR_NONE, "registers.insurance.wrong")
        .matches("parents", parents, PARENTS, "registers.parents.wrong");
  }

  /** To be asked for when nothing is wrong. */
  Entries entries() {
    var born = born();
    if (born == null) throw new IllegalStateException("The form has errors: " + errors().byField());
    return new Entries(
        List.of(
            new Citizen(
                number,
                formerNumber.isEmpty() ? null : formerNumber,
                name,
                born,
                Gender.valueOf(gender),
                !dead,
                parents.isEmpty() ? List.of() : Arrays.asList(BETWEEN.split(parents)))),
        insuranceNumber.isEmpty()
            ? List.of()
            : List.of(new Insured(insuranceNumber, name, born, number)),
        phone.isEmpty() ? List.of() : List.of(new Subscription(PhoneNumber.parse(phone), number)),
        List.of());
  }

  private @Nullable LocalDate born() {
    try {
      return LocalDate.parse(dateOfBirth);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private boolean isGender() {
    return Arrays.stream(Gender.values()).anyMatch(one -> one.name().equals(gender));
  }
}
