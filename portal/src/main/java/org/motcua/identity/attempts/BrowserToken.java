package org.motcua.identity.attempts;

import org.motcua.platform.secrets.RandomToken;

/** What a browser holds while a code is on its way; the database knows only its hash. */
final class BrowserToken {

  private static final int BYTES = 32;

  static String fresh() {
    return RandomToken.fresh(BYTES);
  }

  static byte[] hash(String token) {
    return RandomToken.hash(token);
  }

  private BrowserToken() {}
}
