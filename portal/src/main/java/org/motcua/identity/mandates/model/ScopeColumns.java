package org.motcua.identity.mandates.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.MandateScope;

/** A scope as two columns. */
record ScopeColumns(String kind, @Nullable String code) {

  private static final String ALL = "ALL";
  private static final String PROCEDURE = "PROCEDURE";
  private static final String DOSSIER = "DOSSIER";

  static ScopeColumns of(MandateScope scope) {
    return switch (scope) {
      case MandateScope.All() -> new ScopeColumns(ALL, null);
      case MandateScope.Procedure(var code) -> new ScopeColumns(PROCEDURE, code);
      case MandateScope.Dossier(var code) -> new ScopeColumns(DOSSIER, code);
    };
  }

  MandateScope scope() {
    return switch (kind) {
      case ALL -> new MandateScope.All();
      case PROCEDURE -> new MandateScope.Procedure(Objects.requireNonNull(code));
      case DOSSIER -> new MandateScope.Dossier(Objects.requireNonNull(code));
      default -> throw new IllegalStateException("No such scope: " + kind);
    };
  }
}
