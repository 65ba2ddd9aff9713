package org.motcua.simulators.agency.people;

import jakarta.servlet.http.HttpSession;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go when he was asked who he is. Only pages of ours that are his. */
public final class ReturnAddress {

  public static final String HOME = "/my";

  private static final Set<String> KNOWN = Set.of(HOME, "/my/papers");
  private static final String REMEMBERED = "agency.return-address";

  public static String of(@Nullable String wanted) {
    return wanted != null && KNOWN.contains(wanted) ? wanted : HOME;
  }

  /** Until he has an account. */
  public static void remember(String address, HttpSession session) {
    session.setAttribute(REMEMBERED, of(address));
  }

  static String redirect(HttpSession session) {
    var remembered = (String) session.getAttribute(REMEMBERED);
    session.removeAttribute(REMEMBERED);
    return "redirect:" + of(remembered);
  }

  private ReturnAddress() {}
}
