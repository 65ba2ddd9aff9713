package org.motcua.identity.model;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Optional;

/** A phone that can receive a code, in international form: {@code +84912000001}. */
public record Phone(String international) {

  private static final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private static final int SHOWN_DIGITS = 3;

  /** Read as a number of this country unless a country is given. */
  public static Optional<Phone> parse(String typed) {
    try {
      var number = numbers.parse(typed, "VN");
      var mobile =
          switch (numbers.getNumberType(number)) {
            case PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE -> true;
            default -> false;
          };
      return mobile && numbers.isValidNumber(number)
          ? Optional.of(new Phone(numbers.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException notAPhone) {
      return Optional.empty();
    }
  }

  /** As people of this country dial it: {@code 0912 000 001}. */
  public String local() {
    try {
      return numbers.formatOutOfCountryCallingNumber(numbers.parse(international, null), "VN");
    } catch (NumberParseException e) {
      throw new IllegalStateException("Kept in another form than the international one", e);
    }
  }

  /** Enough to know one's own phone by, too little to learn somebody else's. */
  public String masked() {
    var end = international.substring(international.length() - SHOWN_DIGITS);
    return "••• ••• " + end;
  }
}
