package org.motcua.catalogue.proposing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.model.Stage;
import org.motcua.catalogue.proposing.model.WorkList;
import org.motcua.platform.web.ui.NavLink;

/**
 * A page of the editors' desk.
 *
 * @param fresh the id of the draft that a click on this page begins
 */
public record WorkListView(
    String agency,
    boolean drafts,
    WorkList shown,
    @Nullable Kind kind,
    List<NavLink> lists,
    List<Row> rows,
    @Nullable String next,
    UUID fresh) {

  public record Row(
      String id,
      Kind kind,
      @Nullable String code,
      String name,
      String agency,
      Stage stage,
      @Nullable String comment,
      Instant changedAt) {}

  /**
   * What was found to be amended, abolished or copied.
   *
   * @param hits null where nothing was asked yet
   */
  public record Search(String query, @Nullable List<Hit> hits) {}

  public record Hit(Procedure procedure, Set<Kind> may, UUID fresh) {}
}
