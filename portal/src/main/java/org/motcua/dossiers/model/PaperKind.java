package org.motcua.dossiers.model;

import java.util.Locale;

/** What a paper is, as people sort their papers at home. */
public enum PaperKind {
  IDENTITY,
  RESIDENCE,
  BIRTH,
  MARRIAGE,
  DEATH,
  LAND,
  VEHICLE,
  EDUCATION,
  HEALTH,
  WORK,
  BUSINESS,
  TAX,
  AUTHORISATION,
  PHOTO,
  OTHER;

  /** Its name, in {@code messages/}. */
  public String messageKey() {
    return "dossiers.store.kind." + name().toLowerCase(Locale.ROOT);
  }
}
