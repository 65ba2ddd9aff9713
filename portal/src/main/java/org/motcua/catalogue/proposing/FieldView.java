package org.motcua.catalogue.proposing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.proposing.text.FormField.Shape;
import org.motcua.platform.web.ui.Choice;

/** One field of the form as it is drawn, with all the fields inside it. */
public sealed interface FieldView {

  record TextView(
      String id,
      String name,
      String label,
      @Nullable String hint,
      @Nullable String error,
      String value,
      Shape shape,
      int longest,
      boolean required)
      implements FieldView {}

  record PickView(
      String id,
      String name,
      String label,
      @Nullable String error,
      List<Choice> choices,
      @Nullable String value,
      boolean required)
      implements FieldView {}

  record PicksView(
      String id,
      String name,
      String label,
      @Nullable String error,
      List<Choice> choices,
      List<String> values)
      implements FieldView {}

  /**
   * @param inner lies inside a row of another list
   */
  record RowsView(
      String id,
      String name,
      String label,
      @Nullable String error,
      String addition,
      List<RowView> rows,
      boolean inner)
      implements FieldView {}

  record GroupView(String id, String label, List<FieldView> fields) implements FieldView {}

  /** A row and the three things that can be done with it. */
  record RowView(
      String id, String name, String title, boolean first, boolean last, List<FieldView> fields) {}
}
