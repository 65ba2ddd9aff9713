package org.motcua.identity.authenticator;

import java.util.regex.Pattern;

/** Codes as people type them: in groups, with blanks and dashes. */
final class TypedCode {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-\\u00A0]+");
  private static final Pattern CODE = Pattern.compile("\\d{6}");

  static String digits(String typed) {
    return SEPARATORS.matcher(typed).replaceAll("");
  }

  static boolean isCode(String digits) {
    return CODE.matcher(digits).matches();
  }

  private TypedCode() {}
}
