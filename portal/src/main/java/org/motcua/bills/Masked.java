package org.motcua.bills;

import java.util.regex.Pattern;

/** What strangers who know a customer code are shown of the customer. */
public final class Masked {

  private static final Pattern NOT_A_PERSON =
      Pattern.compile(
          "(?iu)^(công ty|doanh nghiệp|hợp tác xã|chi nhánh|trường|bệnh viện|ủy ban) .*");

  /** {@code N. T. Mai}, so that whoever knows her knows that it is she. */
  public static String name(String name) {
    if (NOT_A_PERSON.matcher(name.strip()).matches()) return name;
    var parts = name.strip().split("\\s+", -1);
    var told = new StringBuilder();
    for (var at = 0; at < parts.length - 1; at++) {
      if (!parts[at].isEmpty()) told.appendCodePoint(parts[at].codePointAt(0)).append(". ");
    }
    return told.append(parts[parts.length - 1]).toString();
  }

  /** Without house and street: the last two parts of an address. */
  public static String address(String address) {
    var parts = address.split(",", -1);
    if (parts.length <= 2) return "";
    return parts[parts.length - 2].strip() + ", " + parts[parts.length - 1].strip();
  }

  private Masked() {}
}
