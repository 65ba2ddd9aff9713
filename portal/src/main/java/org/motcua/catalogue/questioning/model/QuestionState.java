package org.motcua.catalogue.questioning.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a question stands. Forwarding is no state: it waits at another desk then. */
public sealed interface QuestionState {

  /** What the officers are writing, if they have begun. */
  @Nullable Draft draft();

  Name name();

  /** Waits for an answer. */
  record Asked(@Nullable Draft draft) implements QuestionState {
    @Override
    public Name name() {
      return Name.ASKED;
    }
  }

  /** Waits for somebody to publish what has been written. */
  record Answered(Draft draft) implements QuestionState {
    @Override
    public Name name() {
      return Name.ANSWERED;
    }
  }

  /**
   * Everybody reads it.
   *
   * @param draft its coming text, while officers work on one
   */
  record Published(Texts texts, Instant at, @Nullable Draft draft) implements QuestionState {
    @Override
    public Name name() {
      return Name.PUBLISHED;
    }
  }

  /**
   * Will not be answered; whoever asked reads why.
   *
   * @param draft what had been written by then
   */
  record Refused(String reason, @Nullable Draft draft) implements QuestionState {
    @Override
    public Name name() {
      return Name.REFUSED;
    }
  }

  enum Name {
    ASKED,
    ANSWERED,
    PUBLISHED,
    REFUSED;

    public boolean open() {
      return this == ASKED || this == ANSWERED;
    }
  }
}
