package org.motcua.identity.profile;

import java.util.Locale;

/** What of an account is changed so that its holder may stop it. */
public enum ChangeKind {
  PHONE,
  EMAIL,
  PASSWORD,
  CITIZEN_ID,
  /** Name, birth, gender, a first number, home: all at once. */
  DETAILS;

  /** As messages and the audit trail write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
