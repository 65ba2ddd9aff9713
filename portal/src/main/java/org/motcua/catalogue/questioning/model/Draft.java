package org.motcua.catalogue.questioning.model;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motcua.identity.AccountId;

/**
 * What the officers have written so far.
 *
 * @param writers everybody who changed a word of it
 * @param by who wrote last
 */
public record Draft(Texts texts, Set<AccountId> writers, AccountId by, Instant at) {

  public Draft {
    writers = Set.copyOf(writers);
  }

  public static Draft begun(Texts texts, AccountId by, Instant at) {
    return new Draft(texts, Set.of(by), by, at);
  }

  /** Saving the same words again makes nobody a writer. */
  Draft rewritten(Texts texts, AccountId by, Instant at) {
    if (texts.equals(this.texts)) return this;
    var all = Stream.concat(writers.stream(), Stream.of(by)).collect(Collectors.toSet());
    return new Draft(texts, all, by, at);
  }

  public boolean writtenAloneBy(AccountId officer) {
    return writers.equals(Set.of(officer));
  }
}
