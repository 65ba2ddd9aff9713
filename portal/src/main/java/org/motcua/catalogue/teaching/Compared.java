package org.motcua.catalogue.teaching;

import java.util.List;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.searching.SearchResults.Hit;

/** What a query finds, and what it would find with a change to the everyday words. */
public record Compared(String query, List<Hit> before, List<Hit> after) {

  public boolean same() {
    return codes(before).equals(codes(after));
  }

  private static List<ProcedureCode> codes(List<Hit> hits) {
    return hits.stream().map(Hit::code).toList();
  }
}
