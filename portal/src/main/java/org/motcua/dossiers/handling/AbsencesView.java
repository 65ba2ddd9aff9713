package org.motcua.dossiers.handling;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.Choice;

/**
 * Who is away from an agency, and the form to say so.
 *
 * @param officers for whom this officer may say it
 * @param himself as which of them he is
 * @param substitutes who may stand in
 * @param today the first day that can be chosen
 * @param error key of the message on what was not saved
 */
public record AbsencesView(
    DeskFrame frame,
    List<Row> rows,
    List<Choice> officers,
    @Nullable String himself,
    List<Choice> substitutes,
    LocalDate today,
    boolean saved,
    @Nullable String error) {

  /**
   * @param mayEnd whether this officer may end it
   */
  public record Row(
      String id,
      String officer,
      String substitute,
      LocalDate firstDay,
      LocalDate lastDay,
      boolean now,
      boolean mayEnd) {}
}
