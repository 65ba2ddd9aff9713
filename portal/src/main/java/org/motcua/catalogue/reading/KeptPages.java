package org.motcua.catalogue.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.motcua.catalogue.ProcedureCode;
import org.springframework.stereotype.Component;

/**
 * Pages of procedures as they were last sent to somebody whom the portal does not know, so that the
 * next one gets the same bytes.
 *
 * <p>What the page itself tells is forgotten as soon as the database says that it changed; what it
 * tells besides (an agency's name, a service that opened) may be ten minutes late.
 */
@Component
class KeptPages {

  private static final long MOST_BYTES = 64L << 20;
  private static final Duration KEPT_FOR = Duration.ofMinutes(10);

  private final Cache<String, KeptPage> pages =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String key, KeptPage page) -> page.size() + 2 * key.length())
          .expireAfterWrite(KEPT_FOR)
          .build();

  private final AtomicLong changes = new AtomicLong();

  Optional<KeptPage> find(String key) {
    return Optional.ofNullable(pages.getIfPresent(key));
  }

  /** To be asked before a page is made. */
  long changes() {
    return changes.get();
  }

  /**
   * @param changes as they were before the page was made: it may have been made from what has
   *     changed since
   */
  void keep(String key, KeptPage page, long changes) {
    if (changes == this.changes.get()) pages.put(key, page);
  }

  /** Everything about these procedures: a province's copy is read at the ministry's address too. */
  void forget(Set<ProcedureCode> codes) {
    changes.incrementAndGet();
    var paths =
        codes.stream().map(code -> "/procedures/" + code.national()).collect(Collectors.toSet());
    pages.asMap().keySet().removeIf(key -> paths.stream().anyMatch(key::startsWith));
  }

  void forgetAll() {
    changes.incrementAndGet();
    pages.invalidateAll();
  }
}
