package org.motcua.simulators.agency.dossiers;

import java.util.Locale;

/** Why the national portal gave no dossiers. */
public sealed interface PortalTrouble {

  /** Nobody answers, or too late. */
  record Unreachable() implements PortalTrouble {}

  /** It knows this program not, or does not let it read. */
  record Refused(int status) implements PortalTrouble {}

  /** It answers with an error of its own. */
  record Failing(int status) implements PortalTrouble {}

  /** It answers with something else than agreed. */
  record Unintelligible() implements PortalTrouble {}

  default String key() {
    return "trouble." + getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** The HTTP status, where there was one. */
  default int status() {
    return 0;
  }
}
