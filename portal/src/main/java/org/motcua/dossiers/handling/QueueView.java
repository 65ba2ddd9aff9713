package org.motcua.dossiers.handling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.handling.DossierView.Colleague;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.NavLink;

/**
 * A page of an agency's dossiers.
 *
 * @param filters none where the list cannot be narrowed
 * @param pageIds all dossiers of this page, for what is done to all of them
 * @param accepts whether the officer takes in what is new
 * @param colleagues to whom he may give dossiers; empty: he may not
 */
public record QueueView(
    DeskFrame frame,
    List<NavLink> parts,
    @Nullable Filters filters,
    List<Row> rows,
    String pageIds,
    boolean accepts,
    List<Colleague> colleagues,
    @Nullable String next) {

  /**
   * @param lies with whom: the officer himself, one for whom he stands in, another; null: nobody
   * @param mine whether it lies with himself
   * @param time by when it is urgent
   */
  public record Row(
      String id,
      String code,
      String applicant,
      String service,
      DossierStatus status,
      Urgency urgency,
      @Nullable Instant time,
      boolean mine,
      @Nullable String lies) {}

  /** What one can choose, and what is chosen. */
  public record Filters(
      String part,
      @Nullable String service,
      List<Choice> services,
      @Nullable String status,
      List<Choice> statuses,
      @Nullable String handler,
      List<Choice> handlers,
      @Nullable String due,
      List<Choice> dues,
      @Nullable String delivery,
      List<Choice> deliveries,
      int size,
      boolean narrowed) {}
}
