package org.motcua.catalogue.searching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;

/** The right procedure also comes first among hundreds of others that share its words. */
class CrowdedRelevanceTest {

  @Test
  void theRightProcedureIsFoundAmongThoseOfTheNationalDatabase() throws IOException {
    var national = ProcedureTexts.national();
    assumeFalse(national.isEmpty(), "The national sample does not lie beside the project");
    var all = new LinkedHashMap<ProcedureCode, Procedure>();
    national.forEach(text -> put(all, ProcedureTexts.procedure(text)));
    ProcedureTexts.shipped().forEach(text -> put(all, ProcedureTexts.procedure(text)));
    var words = new CurrentWords(new ShippedWords());
    var index = new ProcedureIndex(GivenProcedures.of(all.values()), words);
    try {
      index.listening();
      var finder = new ProcedureFinder(index);

      var measured = Relevance.measure(query -> codes(finder, query, words));
      System.out.println("Among " + all.size() + " procedures, " + measured.report());

      assertThat(measured.all().hitAtOne()).as(measured.report()).isGreaterThanOrEqualTo(0.90);
      assertThat(measured.all().hitAtFive()).as(measured.report()).isGreaterThanOrEqualTo(0.98);
    } finally {
      index.destroy();
    }
  }

  private static void put(LinkedHashMap<ProcedureCode, Procedure> all, Procedure procedure) {
    all.put(procedure.code(), procedure);
  }

  private static List<String> codes(ProcedureFinder finder, String query, CurrentWords words) {
    return finder
        .find(SearchRequest.of(query, 5), words.current(), null, false)
        .results()
        .hits()
        .stream()
        .map(hit -> hit.code().value())
        .toList();
  }
}
