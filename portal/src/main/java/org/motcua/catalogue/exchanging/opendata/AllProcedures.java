package org.motcua.catalogue.exchanging.opendata;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.model.ProcedureStore;
import org.motcua.catalogue.searching.ProcedureSearch;
import org.motcua.catalogue.searching.SearchCursor;
import org.motcua.catalogue.searching.SearchFilters;
import org.motcua.catalogue.searching.SearchRequest;
import org.motcua.catalogue.searching.SearchResults.Hit;
import org.springframework.stereotype.Component;

/** Goes through procedures a hundred at a time. */
@Component
class AllProcedures {

  private static final int AT_ONCE = 100;

  interface Reader {
    void read(Procedure procedure) throws IOException;
  }

  private final ProcedureStore procedures;
  private final ProcedureSearch search;

  AllProcedures(ProcedureStore procedures, ProcedureSearch search) {
    this.procedures = procedures;
    this.search = search;
  }

  /** Without a wish all of them, provinces' copies too; else what a list would show. */
  void each(String query, SearchFilters filters, Reader reader) throws IOException {
    if (query.isEmpty() && filters.isEmpty()) all(reader);
    else found(query, filters, reader);
  }

  private void all(Reader reader) throws IOException {
    @Nullable ProcedureCode last = null;
    do {
      var some = procedures.list(last, AT_ONCE);
      for (var procedure : some) reader.read(procedure);
      last = some.size() < AT_ONCE ? null : some.getLast().code();
    } while (last != null);
  }

  private void found(String query, SearchFilters filters, Reader reader) throws IOException {
    @Nullable SearchCursor next = null;
    do {
      var found = search.search(new SearchRequest(query, filters, next, AT_ONCE));
      var codes = found.hits().stream().map(Hit::code).toList();
      var texts =
          procedures.findAll(codes).stream().collect(toMap(Procedure::code, Function.identity()));
      for (var code : codes) {
        var text = texts.get(code);
        if (text != null) reader.read(text);
      }
      next = found.next();
    } while (next != null);
  }
}
