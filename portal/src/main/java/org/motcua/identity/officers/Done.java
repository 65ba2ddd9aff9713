package org.motcua.identity.officers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;

/** What a redirect tells on the page of the officer to whom something was done. */
enum Done {
  ADDED,
  APPOINTED,
  DISMISSED,
  SUSPENDED,
  TAKEN_BACK,
  HANDED_OVER,
  MENDED;

  String redirect(AccountId officer) {
    return "redirect:" + OfficersController.HERE + "/" + officer + "?done=" + inAddress();
  }

  String message() {
    return "identity.officers.done." + inAddress();
  }

  private String inAddress() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static @Nullable Done parse(@Nullable String text) {
    for (var done : values()) if (done.inAddress().equals(text)) return done;
    return null;
  }
}
