package org.motcua.catalogue.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.FoundBeside;
import org.motcua.catalogue.FoundBeside.Entry;
import org.motcua.catalogue.FoundBeside.Kind;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.notify.NoticeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Questions, agencies and services in one index beside that of the procedures. Questions are kept
 * up one by one, agencies when the country changes ({@link AgencyNotices}); and since agencies and
 * services also begin and end with a day, all is read anew when the day has turned.
 */
@Component
class BesideIndex implements NoticeListener, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(BesideIndex.class);
  private static final int BATCH = 1000;

  private final ObjectProvider<FoundBeside> sources;
  private final Clock clock;
  private final LocalIndex index = new LocalIndex();
  private final AtomicReference<@Nullable LocalDate> day = new AtomicReference<>();
  private final ExecutorService turning =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("search-turn-of-day").daemon().factory());

  BesideIndex(ObjectProvider<FoundBeside> sources, Clock clock) throws IOException {
    this.sources = sources;
    this.clock = clock;
  }

  <T> T read(LocalIndex.Reading<T> reading) {
    turn();
    return index.read(reading);
  }

  /** The first search of a day has the index read anew; until that is done, yesterday's answers. */
  private void turn() {
    var today = today();
    var before = day.get();
    if (before == null || before.equals(today) || !day.compareAndSet(before, today)) return;
    turning.execute(() -> List.of(Kind.values()).forEach(this::fill));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(CountryTime.ZONE));
  }

  @Override
  public String channel() {
    return "catalogue_question";
  }

  @Override
  public void listening() {
    day.set(today());
    List.of(Kind.values()).forEach(this::fill);
  }

  @Override
  public void heard(List<String> keys) {
    change(Kind.QUESTION, new LinkedHashSet<>(keys));
  }

  /** All of a kind anew; until it is done, the old ones answer. */
  synchronized void fill(Kind kind) {
    try {
      index.writer().deleteDocuments(BesideDocument.kind(kind));
      var count = 0;
      for (var source : sourcesOf(kind)) count += addAll(source);
      index.publish();
      log.info("{} of kind {} can be searched", count, kind);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int addAll(FoundBeside source) throws IOException {
    var count = 0;
    var batch = source.list(null, BATCH);
    while (!batch.isEmpty()) {
      for (var entry : batch) index.writer().addDocument(BesideDocument.of(source.kind(), entry));
      count += batch.size();
      batch = source.list(batch.getLast().key(), BATCH);
    }
    return count;
  }

  private synchronized void change(Kind kind, Iterable<String> keys) {
    try {
      for (var key : keys) {
        index.writer().deleteDocuments(BesideDocument.id(kind, key));
        for (var entry : find(kind, key))
          index.writer().addDocument(BesideDocument.of(kind, entry));
      }
      index.publish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Entry> find(Kind kind, String key) {
    var found = new ArrayList<Entry>();
    sourcesOf(kind).forEach(source -> source.find(key).ifPresent(found::add));
    return found;
  }

  private List<FoundBeside> sourcesOf(Kind kind) {
    return sources.orderedStream().filter(source -> source.kind() == kind).toList();
  }

  @Override
  public void destroy() throws IOException {
    turning.shutdownNow();
    index.close();
  }
}
