package org.motcua.catalogue.teaching;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.motcua.catalogue.searching.EverydayWords;
import org.motcua.catalogue.searching.ProcedureSearch;
import org.motcua.catalogue.searching.SearchRequest;
import org.motcua.catalogue.searching.SearchResults;
import org.motcua.catalogue.searching.model.EverydayWord;
import org.motcua.catalogue.searching.model.EverydayWordStore;
import org.springframework.stereotype.Component;

/** Shows what a query finds with the words as they are, and what it would find with a change. */
@Component
class TryOut {

  private static final int SHOWN = 5;

  private final EverydayWordStore words;
  private final ProcedureSearch search;

  TryOut(EverydayWordStore words, ProcedureSearch search) {
    this.words = words;
    this.search = search;
  }

  Compared compare(String query, EverydayWord changed) {
    var now = words.list();
    return new Compared(query, find(query, now), find(query, with(changed, now)));
  }

  private List<SearchResults.Hit> find(String query, List<EverydayWord> understood) {
    return search.tryOut(SearchRequest.of(query, SHOWN), EverydayWords.of(understood)).hits();
  }

  private static List<EverydayWord> with(EverydayWord changed, List<EverydayWord> now) {
    UUID id = changed.id();
    var then = new ArrayList<>(now.stream().filter(word -> !word.id().equals(id)).toList());
    then.add(changed);
    return then;
  }
}
