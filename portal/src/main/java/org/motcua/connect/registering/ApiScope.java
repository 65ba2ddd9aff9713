package org.motcua.connect.registering;

import java.util.Arrays;
import java.util.List;

/** Interfaces that a program may be let call. */
enum ApiScope {
  CATALOGUE_READ("catalogue.read", false),
  DOSSIERS_READ("dossiers.read", false),
  SERVICES_READ("services.read", false),
  /** Decides on its agency's applications: its own officers do, in their own system. */
  DOSSIERS_HANDLE("dossiers.handle", false),
  /** Has people pay to its agency and those below it. */
  PAYMENTS("payments", false),
  /** Whoever has it brings in procedures for the country. */
  CATALOGUE_WRITE("catalogue.write", true);

  private final String value;
  private final boolean keptByGovernment;

  ApiScope(String value, boolean keptByGovernment) {
    this.value = value;
    this.keptByGovernment = keptByGovernment;
  }

  String value() {
    return value;
  }

  /** Those that this administrator gives and takes. */
  static List<ApiScope> of(Reach reach) {
    return Arrays.stream(values())
        .filter(scope -> !scope.keptByGovernment || reach.keepsPortal())
        .toList();
  }
}
