package org.motcua.bills.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.motcua.organisation.TaxCode;
import org.motcua.payments.Purpose;

/** Who is owed, and by which number it knows what. */
public enum Creditor {
  /** The traffic police: a decision's number, with or without what follows its slash. */
  FINES(Purpose.FINE),
  /** A power company: a customer code such as {@code PE01000123456}. */
  ELECTRICITY(Purpose.BILL),
  /** A water company: a customer code such as {@code QNW0012345}. */
  WATER(Purpose.BILL),
  /** The tax office: a tax code, or the number of a person. */
  TAXES(Purpose.TAX),
  /** A court: a notice's number. */
  JUDICIAL(Purpose.JUDICIAL_CHARGE),
  /** The social insurance: ten digits. */
  INSURANCE(Purpose.CONTRIBUTION);

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0.-]+");
  private static final Pattern DECISION = Pattern.compile("(\\d{4,9})(/.{0,30})?");
  private static final Pattern NOTICE = Pattern.compile("(\\d{1,7})(/.{0,30})?");
  private static final Pattern POWER = Pattern.compile("P[A-Z]\\d{11}");
  private static final Pattern WATER_CODE = Pattern.compile("[A-Z]{2,4}\\d{6,9}");
  private static final Pattern PERSON = Pattern.compile("\\d{12}");
  private static final Pattern INSURED = Pattern.compile("\\d{10}");

  private final Purpose purpose;

  Creditor(Purpose purpose) {
    this.purpose = purpose;
  }

  public static Optional<Creditor> at(String path) {
    return Arrays.stream(values()).filter(one -> one.path().equals(path)).findFirst();
  }

  public Purpose purpose() {
    return purpose;
  }

  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The page on which it is looked up. */
  public String page() {
    return this == TAXES ? "/my/taxes" : "/bills/" + path();
  }

  /** Below which its words are. */
  public String key() {
    return "bills." + path();
  }

  /** Whether a name is asked besides: what somebody was fined for is nobody else's business. */
  public boolean asksForAName() {
    return this == FINES || this == JUDICIAL || this == INSURANCE;
  }

  /** Whether several of its bills may be paid at once. */
  public boolean letsChoose() {
    return this == ELECTRICITY || this == WATER || this == TAXES;
  }

  /** Whether people keep its numbers at hand. */
  public boolean letsSave() {
    return this == ELECTRICITY || this == WATER;
  }

  /** The number without what people type between; empty if it cannot be one. */
  public Optional<String> number(String typed) {
    var plain = SPACES.matcher(typed.strip()).replaceAll("").toUpperCase(Locale.ROOT);
    return switch (this) {
      case FINES -> beginning(DECISION, plain);
      case JUDICIAL -> beginning(NOTICE, plain);
      case ELECTRICITY -> whole(POWER, plain);
      case WATER -> whole(WATER_CODE, plain);
      case TAXES -> whole(PERSON, plain).or(() -> TaxCode.parse(typed).map(TaxCode::digits));
      case INSURANCE -> whole(INSURED, plain);
    };
  }

  private static Optional<String> beginning(Pattern form, String plain) {
    var found = form.matcher(plain);
    return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static Optional<String> whole(Pattern form, String plain) {
    return form.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
  }
}
