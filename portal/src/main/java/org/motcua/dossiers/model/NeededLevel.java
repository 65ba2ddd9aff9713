package org.motcua.dossiers.model;

import org.motcua.eservices.OnlineService;
import org.motcua.identity.LevelOfAssurance;

/** How surely somebody must be signed in to begin and to hand in a dossier. */
public final class NeededLevel {

  public static LevelOfAssurance of(OnlineService service) {
    return switch (service.signIn()) {
      case PASSWORD -> LevelOfAssurance.LOA1;
      case ONE_TIME_CODE -> LevelOfAssurance.LOA2;
      case VERIFIED_PERSON -> LevelOfAssurance.LOA3;
    };
  }

  private NeededLevel() {}
}
