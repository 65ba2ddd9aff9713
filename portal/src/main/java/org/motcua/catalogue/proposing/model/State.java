package org.motcua.catalogue.proposing.model;

import java.time.Instant;

public sealed interface State {

  Stage stage();

  record Draft() implements State {
    @Override
    public Stage stage() {
      return Stage.DRAFT;
    }
  }

  record Proposed(Who by, Instant at) implements State {
    @Override
    public Stage stage() {
      return Stage.PROPOSED;
    }
  }

  record Approved(Who by, Instant at) implements State {
    @Override
    public Stage stage() {
      return Stage.APPROVED;
    }
  }

  /** By the control office or by the publisher: the author has to answer the comment. */
  record Returned(Who by, Instant at, String comment) implements State {
    @Override
    public Stage stage() {
      return Stage.RETURNED;
    }
  }

  /**
   * @param version the number of the procedure's version that came of it
   */
  record Published(Who by, Instant at, int version) implements State {
    @Override
    public Stage stage() {
      return Stage.PUBLISHED;
    }
  }

  record Discarded(Who by, Instant at) implements State {
    @Override
    public Stage stage() {
      return Stage.DISCARDED;
    }
  }
}
