package org.motcua.catalogue.searching.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What people say, and what they mean by it in the words of the law.
 *
 * @param say written with accents; who types none is understood as well
 * @param mean each is looked for in the place of what was said; empty for words that say nothing
 *     about what is looked for
 * @param version counts the changes, so that nobody overwrites what he has not seen
 */
public record EverydayWord(
    UUID id,
    List<String> say,
    List<String> mean,
    int version,
    Instant changedAt,
    String changedBy) {

  public EverydayWord {
    say = List.copyOf(say);
    mean = List.copyOf(mean);
  }

  public boolean saysNothing() {
    return mean.isEmpty();
  }
}
