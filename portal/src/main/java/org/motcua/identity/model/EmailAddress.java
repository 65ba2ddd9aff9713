package org.motcua.identity.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mailbox, as SMTP takes it (RFC 5321), its domain in small letters. */
public record EmailAddress(String value) {

  private static final int LONGEST = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)"
              + "@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63})");

  public static Optional<EmailAddress> parse(String typed) {
    var parts = FORM.matcher(typed.strip());
    if (!parts.matches() || typed.strip().length() > LONGEST) return Optional.empty();
    return Optional.of(
        new EmailAddress(parts.group(1) + "@" + parts.group(2).toLowerCase(Locale.ROOT)));
  }

  /** Enough to know one's own mailbox by: {@code m•••@example.vn}. */
  public String masked() {
    return value.charAt(0) + "•••" + value.substring(value.indexOf('@'));
  }
}
