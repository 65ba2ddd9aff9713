package org.motcua.benchmarks;

import java.util.Map;

/** What a mother answers on the pages of the declaration. */
final class BirthDeclaration {

  static final String SERVICE = "birth-registration";

  static Map<String, String> of(Citizen mother) {
    return Map.of();
  }

  private BirthDeclaration() {}
}
