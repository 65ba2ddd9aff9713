package org.motcua.identity.profile;

import org.motcua.identity.model.PasswordRules;

/** Says what is wrong with a new password, in the words of the registration's page. */
public final class PasswordWords {

  public static String key(PasswordRules.Fault fault) {
    return "identity.register.wrong."
        + switch (fault) {
          case TOO_SHORT -> "passwordTooShort";
          case TOO_LONG -> "passwordTooLong";
          case COMMON -> "passwordCommon";
          case HOLDS_NUMBER -> "passwordHoldsNumber";
        };
  }

  private PasswordWords() {}
}
