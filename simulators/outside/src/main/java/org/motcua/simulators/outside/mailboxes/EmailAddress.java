package org.motcua.simulators.outside.mailboxes;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** Where a mailbox is; capital letters do not matter. */
public record EmailAddress(String value) {

  private static final Pattern FORM = Pattern.compile("[^\\s@/]{1,64}@[^\\s@/]{1,255}");

  public EmailAddress {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an e-mail address: name@place is expected");
    }
  }

  static EmailAddress parse(String written) {
    return new EmailAddress(written.strip().toLowerCase(Locale.ROOT));
  }

  public String page() {
    return "/mailboxes/" + UriUtils.encodePathSegment(value, "UTF-8");
  }
}
