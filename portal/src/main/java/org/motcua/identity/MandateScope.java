package org.motcua.identity;

import org.jspecify.annotations.Nullable;

/** For which of the other's dossiers a mandate holds. */
public sealed interface MandateScope {

  /** For all, and for the messages about them. */
  record All() implements MandateScope {}

  /**
   * For the dossiers of one procedure.
   *
   * @param code of the procedure, such as {@code 1.001193}
   */
  record Procedure(String code) implements MandateScope {}

  /**
   * For one dossier that was handed in.
   *
   * @param code of the dossier
   */
  record Dossier(String code) implements MandateScope {}

  /**
   * @param dossier the dossier's code; null while it is a draft
   */
  default boolean covers(String procedure, @Nullable String dossier) {
    return switch (this) {
      case All() -> true;
      case Procedure(var code) -> code.equals(procedure);
      case Dossier(var code) -> code.equals(dossier);
    };
  }
}
