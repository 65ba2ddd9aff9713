package org.motcua.forms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.motcua.forms.Reading.Blank;
import org.motcua.forms.Reading.Right;
import org.motcua.forms.Reading.Wrong;
import org.motcua.organisation.TaxCode;
import org.motcua.platform.web.ui.Choice;

/** Makes an answer of what somebody typed, or says why it is none. */
final class AnswerReader {

  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final Pattern DATE_PART = Pattern.compile("[0-9]{1,4}");
  private static final Pattern NAME =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}]*([ '’.-]+[\\p{L}\\p{M}]+)*\\.?");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@,;<>\"]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
  static final int LONGEST_NAME = 100;
  private static final int LONGEST_EMAIL = 254;
  static final int LONGEST_STREET = 200;
  private static final Pattern MINUS = Pattern.compile("\\s*[-\u2212\u2013]");
  static final int LONGEST_HOLDER = 140;
  private static final int FIRST_YEAR = 1850;

  /**
   * Province of 11 to 99; a letter or two, for motorcycles a digit more; four or five figures.
   * Written without a break, the figures are as many as can be.
   */
  private static final Pattern PLATE =
      Pattern.compile(
          "(?!10)([1-9][0-9])[ .-]*(?:([A-ZĐ]{1,2}[1-9]?)[ .-]+|([A-ZĐ]{1,2}[1-9]??))"
              + "([0-9]{3}[ .]?[0-9]{2}|[0-9]{4})");

  private static final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

  private final Places places;

  AnswerReader(Places places) {
    this.places = places;
  }

  Reading read(QuestionType type, Fields fields, LocalDate today) {
    if (fields.isBlank()) return new Blank();
    if (type instanceof QuestionType.WholeNumber && MINUS.matcher(fields.value()).lookingAt()) {
      return Wrong.because("forms.fault.number");
    }
    return switch (type) {
      case QuestionType.Text text -> text(Typing.line(fields.value()), text.maxLength());
      case QuestionType.LongText text -> text(Typing.lines(fields.value()), text.maxLength());
      case QuestionType.PersonName name -> personName(Typing.line(fields.value()));
      case QuestionType.Number number -> number(Typing.digits(fields.value()), number);
      case QuestionType.Money money -> number(amount(fields.value()), money);
      case QuestionType.Year year -> year(Typing.digits(fields.value()), year);
      case QuestionType.Date date -> date(fields);
      case QuestionType.YesNo yesNo -> yesNo(fields.value());
      case QuestionType.OneOf oneOf -> oneOf(fields.value(), oneOf);
      case QuestionType.SeveralOf severalOf -> severalOf(fields.several(), severalOf);
      case QuestionType.IdNumber id -> idNumber(Typing.digits(fields.value()), id, today);
      case QuestionType.Phone phone -> phone(Typing.plainDigits(fields.value()));
      case QuestionType.Email email -> email(Typing.line(fields.value()));
      case QuestionType.TaxCode taxCode -> taxCode(Typing.line(fields.value()));
      case QuestionType.VehiclePlate plate -> plate(Typing.line(fields.value()));
      case QuestionType.UnitAddress address -> address(address, fields);
      case QuestionType.Person person -> person(fields, today);
      case QuestionType.BankAccount account -> bankAccount(fields);
      case QuestionType.File file ->
          throw new IllegalArgumentException("A file is no text that somebody types");
      case QuestionType.Table table ->
          throw new IllegalArgumentException("A table is answered row by row");
    };
  }

  private static Reading text(String text, int maxLength) {
    if (text.isEmpty()) return new Blank();
    return text.length() <= maxLength
        ? new Right(text)
        : Wrong.because("forms.fault.long", maxLength, text.length());
  }

  private static Reading personName(String name) {
    if (name.isEmpty()) return new Blank();
    if (name.length() > LONGEST_NAME) {
      return Wrong.because("forms.fault.long", LONGEST_NAME, name.length());
    }
    return NAME.matcher(name).matches() ? new Right(name) : Wrong.because("forms.fault.name");
  }

  private static Reading number(String digits, QuestionType.WholeNumber number) {
    if (digits.isEmpty() || digits.length() > 15 || !digits.chars().allMatch(Character::isDigit)) {
      return Wrong.because("forms.fault.number");
    }
    var value = Long.parseLong(digits);
    return value >= number.min() && value <= number.max()
        ? new Right(value)
        : Wrong.because("forms.fault.range", number.min(), number.max());
  }

  /** People write {@code 4.680.000 đ}. */
  private static String amount(String typed) {
    return Typing.digits(typed).replaceAll("(?iu)(đ|₫|đồng|vnd|vnđ)$", "").replace(",", "");
  }

  private static Reading year(String digits, QuestionType.Year year) {
    if (!YEAR.matcher(digits).matches()) return Wrong.because("forms.fault.year");
    var value = Long.parseLong(digits);
    return value >= year.min() && value <= year.max()
        ? new Right(value)
        : Wrong.because("forms.fault.year.range", year.min(), year.max());
  }

  private static Reading date(Fields fields) {
    for (var part : List.of("day", "month", "year")) {
      if (fields.get(part).isEmpty()) return Wrong.in(part, "forms.fault.date." + part);
      if (!DATE_PART.matcher(Typing.digits(fields.get(part))).matches()) {
        return Wrong.in(part, "forms.fault.date");
      }
    }
    var year = Typing.digits(fields.get("year"));
    if (year.length() != 4) return Wrong.in("year", "forms.fault.date.fourDigits");
    try {
      var date =
          LocalDate.of(
              Integer.parseInt(year),
              Integer.parseInt(Typing.digits(fields.get("month"))),
              Integer.parseInt(Typing.digits(fields.get("day"))));
      return date.getYear() < FIRST_YEAR
          ? Wrong.in("year", "forms.fault.date.early", FIRST_YEAR)
          : new Right(date.toString());
    } catch (DateTimeException noSuchDay) {
      return Wrong.in("day", "forms.fault.date");
    }
  }

  private static Reading yesNo(String value) {
    return switch (value) {
      case "true" -> new Right(true);
      case "false" -> new Right(false);
      default -> Wrong.because("forms.fault.choice");
    };
  }

  private static Reading oneOf(String value, QuestionType.OneOf oneOf) {
    return oneOf.find(value).isPresent() ? new Right(value) : Wrong.because("forms.fault.choice");
  }

  private static Reading severalOf(List<String> chosen, QuestionType.SeveralOf severalOf) {
    var known =
        severalOf.choices().stream()
            .map(QuestionType.Choice::value)
            .filter(chosen::contains)
            .toList();
    return known.size() == chosen.size() ? new Right(known) : Wrong.because("forms.fault.choice");
  }

  private static Reading taxCode(String typed) {
    return TaxCode.parse(Typing.digits(typed))
        .<Reading>map(code -> new Right(code.digits()))
        .orElseGet(() -> Wrong.because("forms.fault.taxCode"));
  }

  /** As the registration has it: province and series, a dash, the number with its dot. */
  private static Reading plate(String typed) {
    var parts = PLATE.matcher(typed.toUpperCase(Locale.ROOT));
    if (!parts.matches()) return Wrong.because("forms.fault.plate");
    var series = parts.group(2) == null ? parts.group(3) : parts.group(2);
    var figures = parts.group(4).replaceAll("[ .]", "");
    var number =
        figures.length() == 5 ? figures.substring(0, 3) + "." + figures.substring(3) : figures;
    return new Right(parts.group(1) + series + "-" + number);
  }

  private static Reading person(Fields fields, LocalDate today) {
    var name = personName(Typing.line(fields.get("name")));
    var number = Typing.digits(fields.get("idNumber"));
    var born = date(fields);
    if (name instanceof Blank) return Wrong.in("name", "forms.fault.person.name");
    if (name instanceof Wrong wrong) return wrong.at("name");
    if (number.isEmpty()) return Wrong.in("idNumber", "forms.fault.person.idNumber");
    var fault = IdNumbers.fault(number, IdNumbers.ANY, today);
    if (fault != null) return Wrong.in("idNumber", fault, number.length());
    if (!(born instanceof Right(Object day))) return born;
    var date = LocalDate.parse(day.toString());
    if (date.isAfter(today)) return Wrong.in("year", "forms.fault.person.future");
    return IdNumbers.agreesWithBirth(number, date)
        ? new Right(Map.of("name", text(name), "idNumber", number, "born", date.toString()))
        : Wrong.in("idNumber", "forms.fault.person.year");
  }

  private static Reading bankAccount(Fields fields) {
    if (!Banks.has(fields.get("bank"))) return Wrong.in("bank", "forms.fault.bank");
    var number = Typing.digits(fields.get("number"));
    if (!number.matches("[0-9]{6,19}")) return Wrong.in("number", "forms.fault.bank.number");
    var holder = Typing.line(fields.get("holder")).toUpperCase(Locale.ROOT);
    if (holder.isEmpty()) return Wrong.in("holder", "forms.fault.bank.holder");
    if (holder.length() > LONGEST_HOLDER) {
      return Wrong.in("holder", "forms.fault.long", LONGEST_HOLDER, holder.length());
    }
    return new Right(Map.of("bank", fields.get("bank"), "number", number, "holder", holder));
  }

  private static String text(Reading right) {
    return ((Right) right).answer().toString();
  }

  private static Reading idNumber(String number, QuestionType.IdNumber id, LocalDate today) {
    var fault = IdNumbers.fault(number, id.lengths(), today);
    return fault == null ? new Right(number) : Wrong.because(fault, number.length());
  }

  /** As people here dial it, {@code 0912000001}; a foreign number with its country. */
  private static Reading phone(String typed) {
    try {
      var number = phones.parse(typed, "VN");
      if (!phones.isValidNumber(number)) return Wrong.because("forms.fault.phone");
      return new Right(
          number.getCountryCode() == 84
              ? "0" + phones.getNationalSignificantNumber(number)
              : phones.format(number, PhoneNumberUtil.PhoneNumberFormat.E164));
    } catch (NumberParseException e) {
      return Wrong.because("forms.fault.phone");
    }
  }

  private static Reading email(String typed) {
    return typed.length() <= LONGEST_EMAIL && EMAIL.matcher(typed).matches()
        ? new Right(typed)
        : Wrong.because("forms.fault.email");
  }

  private Reading address(QuestionType.UnitAddress question, Fields fields) {
    var given = new TreeMap<>(fields.values());
    var missing = missingUnit(given);
    if (missing.isPresent()) {
      return Wrong.in(missing.get(), "forms.fault.address." + missing.get());
    }
    var street = Typing.line(given.getOrDefault("street", ""));
    if (street.length() > LONGEST_STREET) {
      return Wrong.in("street", "forms.fault.long", LONGEST_STREET, street.length());
    }
    if (question.street() && !street.isEmpty()) given.put("street", street);
    else given.remove("street");
    return new Right(Map.copyOf(given));
  }

  /** Which of the units is not chosen, or does not lie in the one above it. */
  private Optional<String> missingUnit(Map<String, String> given) {
    if (!isOneOf(places.provinces(), given.get("province"))) return Optional.of("province");
    var below = places.below(given.getOrDefault("province", ""));
    if (below.stream().anyMatch(unit -> isCommune(unit.value()))) {
      given.remove("district");
      return isOneOf(below, given.get("commune")) ? Optional.empty() : Optional.of("commune");
    }
    if (!isOneOf(below, given.get("district"))) return Optional.of("district");
    var communes = places.below(given.getOrDefault("district", ""));
    if (communes.isEmpty()) given.remove("commune");
    return communes.isEmpty() || isOneOf(communes, given.get("commune"))
        ? Optional.empty()
        : Optional.of("commune");
  }

  private static boolean isOneOf(
      List<Choice> units, @org.jspecify.annotations.Nullable String code) {
    return code != null && Places.find(units, code).isPresent();
  }

  static boolean isCommune(String code) {
    return code.length() == 5;
  }
}
