package org.motcua.identity.resetting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.platform.web.Language;

/**
 * Somebody has forgotten a password.
 *
 * @param browser what stands for the browser that asks: in no other one the code is good
 * @param account null until it has been looked for, and where there is none
 */
record Reset(
    UUID id, String browser, String typedName, Language language, @Nullable AccountId account) {

  /** What the code is about: this request, and no other. */
  String subject() {
    return id.toString();
  }

  @Override
  public String toString() {
    return "Reset " + id;
  }
}
