package org.motcua.catalogue.searching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.motcua.catalogue.searching.model.MissedQuery;
import org.motcua.catalogue.searching.model.MissedQueryStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Notes what people look for in vain. A search only leaves a note in memory; every few seconds all
 * notes of this node are written together. When there are too many, or the database is away, notes
 * are dropped: they are hints, not records.
 */
@Component
public class Misses implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Misses.class);
  private static final int MOST_WAITING = MissedQueryStore.KEPT;
  private static final int LONGEST = 100;
  private static final int SECONDS_BETWEEN = 5;

  /** Numbers of people, cards, phones and accounts, however they are grouped; e-mail addresses. */
  private static final Pattern PERSONAL = Pattern.compile("\\d(?:[ .\\-/]?\\d){8,}|\\S+@\\S+");

  private final MissedQueryStore store;
  private final Clock clock;
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("missed-queries").daemon().factory());

  private Map<String, MissedQuery> waiting = new HashMap<>();

  Misses(MissedQueryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    writer.scheduleWithFixedDelay(this::write, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
  }

  /** Only the first page of a search without filters tells something about its words. */
  void note(SearchRequest request, SearchResults found) {
    if (found.total() > 0 && !found.guessed()) return;
    if (request.after() != null || !request.filters().isEmpty()) return;
    var typed = withoutPersonalData(request.query());
    var query = VietnameseAnalysis.folded(typed);
    if (query.isBlank()) return;
    var now = clock.instant();
    var guess = found.hits().isEmpty() ? null : found.hits().getFirst().name();
    note(new MissedQuery(query, typed, guess, 1, now, now));
  }

  private synchronized void note(MissedQuery missed) {
    if (waiting.size() >= MOST_WAITING && !waiting.containsKey(missed.query())) return;
    waiting.merge(missed.query(), missed, MissedQuery::and);
  }

  static String withoutPersonalData(String query) {
    var rest = PERSONAL.matcher(query).replaceAll(" ").replaceAll("\\s+", " ").strip();
    return rest.length() <= LONGEST ? rest : rest.substring(0, LONGEST).strip();
  }

  /** What waits is written now. */
  public void write() {
    var some = taken();
    if (some.isEmpty()) return;
    try {
      store.add(some);
    } catch (DataAccessException | TransactionException e) {
      log.warn("{} missed queries could not be noted: {}", some.size(), e.toString());
    }
  }

  private synchronized List<MissedQuery> taken() {
    var some = new ArrayList<>(waiting.values());
    waiting = new HashMap<>();
    return some;
  }

  @Override
  public void destroy() {
    writer.shutdown();
    write();
  }
}
