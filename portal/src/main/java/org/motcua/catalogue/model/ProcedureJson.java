package org.motcua.catalogue.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.motcua.catalogue.Procedure;
import tools.jackson.databind.json.JsonMapper;

/** A procedure as the database keeps it: the catalogue's own JSON without what is empty. */
final class ProcedureJson {

  private static final JsonMapper json =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              include -> include.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .build();

  static String write(Procedure procedure) {
    return json.writeValueAsString(procedure);
  }

  static Procedure read(String text) {
    return json.readValue(text, Procedure.class);
  }

  private ProcedureJson() {}
}
