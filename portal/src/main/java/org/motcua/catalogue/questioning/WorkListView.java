package org.motcua.catalogue.questioning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.QuestionState;
import org.motcua.catalogue.questioning.model.WorkFilter;
import org.motcua.platform.web.ui.NavLink;

/**
 * The questions on an officer's desks.
 *
 * @param desks names of his agencies
 * @param procedure the code that was asked for, empty for all
 * @param next address of the next page
 */
public record WorkListView(
    List<String> desks,
    List<NavLink> parts,
    WorkFilter shown,
    String procedure,
    List<Row> rows,
    @Nullable String next) {

  /**
   * @param about name of the procedure; null for a general question
   * @param writer who wrote last, if anybody has begun
   */
  public record Row(
      QuestionId id,
      String text,
      @Nullable String about,
      String agency,
      QuestionState.Name state,
      Instant dueAt,
      boolean late,
      Instant changedAt,
      @Nullable String writer) {}
}
