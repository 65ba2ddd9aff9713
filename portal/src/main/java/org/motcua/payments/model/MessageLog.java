package org.motcua.payments.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that was heard from gateways and banks and told them, for whoever has to find out what
 * happened. Whoever writes takes secrets out before.
 */
public interface MessageLog {

  /**
   * @param kind such as {@code ipn}, {@code query}, {@code credit}
   * @param ref the attempt's, as far as the message names one
   * @param verdict what came of it, in one word
   */
  public record Message(
      UUID id,
      Instant at,
      String way,
      boolean incoming,
      String kind,
      @Nullable String ref,
      String content,
      @Nullable String answer,
      String verdict) {}

  void heard(
      String way, String kind, @Nullable String ref, String content, String answer, String verdict);

  /**
   * @param answer null where none came
   */
  void told(
      String way,
      String kind,
      @Nullable String ref,
      String content,
      @Nullable String answer,
      String verdict);

  /** Oldest first. */
  List<Message> listAbout(String ref);
}
