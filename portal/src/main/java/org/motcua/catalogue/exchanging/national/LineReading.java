package org.motcua.catalogue.exchanging.national;

import java.util.List;
import java.util.Optional;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import tools.jackson.databind.node.ObjectNode;

/** What a line turned out to be. */
public sealed interface LineReading {

  /**
   * @param line as it came, without characters that no text can hold
   * @param text all that the line says, and nothing else
   */
  record Understood(ObjectNode line, Procedure text, List<Finding> remarks) implements LineReading {
    public ProcedureCode code() {
      return text.code();
    }
  }

  /**
   * @param code where the line has one
   */
  record Refused(Optional<String> code, Finding reason) implements LineReading {}
}
