package org.motcua.catalogue.proposing.model;

import static org.motcua.catalogue.proposing.model.Stage.APPROVED;
import static org.motcua.catalogue.proposing.model.Stage.DISCARDED;
import static org.motcua.catalogue.proposing.model.Stage.DRAFT;
import static org.motcua.catalogue.proposing.model.Stage.PROPOSED;
import static org.motcua.catalogue.proposing.model.Stage.PUBLISHED;
import static org.motcua.catalogue.proposing.model.Stage.RETURNED;

import java.util.List;
import java.util.Optional;

/** The one table of how a proposal may move; {@code docs/proposal-stages.md} is drawn from it. */
public final class Transitions {

  /** On whose side of the desk somebody must sit. */
  public enum Doer {
    /** An editor of the agency that proposes. */
    AUTHOR,
    /** The control office of the agency's ministry or province. */
    CONTROL,
    /** The Government Office; of a province's copy, the province's own control office. */
    PUBLISHER
  }

  public record Transition(Stage from, Act act, Stage to, Doer by) {}

  public static final List<Transition> TABLE =
      List.of(
          new Transition(DRAFT, Act.PROPOSE, PROPOSED, Doer.AUTHOR),
          new Transition(DRAFT, Act.DISCARD, DISCARDED, Doer.AUTHOR),
          new Transition(PROPOSED, Act.RECALL, DRAFT, Doer.AUTHOR),
          new Transition(PROPOSED, Act.APPROVE, APPROVED, Doer.CONTROL),
          new Transition(PROPOSED, Act.RETURN, RETURNED, Doer.CONTROL),
          new Transition(APPROVED, Act.PUBLISH, PUBLISHED, Doer.PUBLISHER),
          new Transition(APPROVED, Act.RETURN, RETURNED, Doer.PUBLISHER),
          new Transition(RETURNED, Act.PROPOSE, PROPOSED, Doer.AUTHOR),
          new Transition(RETURNED, Act.DISCARD, DISCARDED, Doer.AUTHOR));

  public static Optional<Transition> find(Stage from, Act act) {
    return TABLE.stream().filter(row -> row.from() == from && row.act() == act).findFirst();
  }

  private Transitions() {}
}
