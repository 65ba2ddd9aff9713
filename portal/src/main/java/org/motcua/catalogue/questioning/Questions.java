package org.motcua.catalogue.questioning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.BestKey;
import org.motcua.catalogue.questioning.model.PublishedQuestion;
import org.motcua.catalogue.questioning.model.PublishedStore;
import org.springframework.stereotype.Service;

/**
 * The published questions. Whoever keeps a copy hears on the database's channel {@value #CHANNEL}
 * the id of each one that came, changed or went.
 */
@Service
public class Questions {

  public static final String CHANNEL = "catalogue_question";

  private static final int ON_PROCEDURE = 3;

  private final PublishedStore published;

  Questions(PublishedStore published) {
    this.published = published;
  }

  public Optional<PublishedQuestion> find(QuestionId id) {
    return published.find(id);
  }

  /** By id, those after the given one. */
  public List<PublishedQuestion> list(@Nullable QuestionId after, int limit) {
    return published.list(after, limit);
  }

  /** On a procedure, those that helped most first. */
  public List<PublishedQuestion> best(ProcedureCode procedure, @Nullable BestKey after, int limit) {
    return published.best(on(procedure), after, limit);
  }

  /** On any procedure and general ones, those that helped most first. */
  public List<PublishedQuestion> best(@Nullable BestKey after, int limit) {
    return published.best(after, limit);
  }

  public long count(ProcedureCode procedure) {
    return published.count(on(procedure));
  }

  /** What a procedure's own page shows of them. */
  public OnProcedure onProcedure(ProcedureCode procedure) {
    var best = best(procedure, null, ON_PROCEDURE);
    return new OnProcedure(
        procedure, best, best.size() < ON_PROCEDURE ? best.size() : count(procedure));
  }

  /** What was answered on the ministry's procedure holds for a province's copy, too. */
  private static Set<ProcedureCode> on(ProcedureCode procedure) {
    return procedure.isProvincial() ? Set.of(procedure, procedure.national()) : Set.of(procedure);
  }
}
