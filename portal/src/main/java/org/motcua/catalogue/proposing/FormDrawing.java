package org.motcua.catalogue.proposing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.LifeEvent;
import org.motcua.catalogue.proposing.FieldView.GroupView;
import org.motcua.catalogue.proposing.FieldView.PickView;
import org.motcua.catalogue.proposing.FieldView.PicksView;
import org.motcua.catalogue.proposing.FieldView.RowView;
import org.motcua.catalogue.proposing.FieldView.RowsView;
import org.motcua.catalogue.proposing.FieldView.TextView;
import org.motcua.catalogue.proposing.checking.Finding;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.text.FormField;
import org.motcua.catalogue.proposing.text.ProcedureForm;
import org.motcua.catalogue.proposing.text.Readable;
import org.motcua.catalogue.proposing.text.RowAct;
import org.motcua.catalogue.proposing.text.Section;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;

/** Draws a section of the form with what stands in it. */
final class FormDrawing {

  private final Page page;
  private final List<LifeEvent> lifeEvents;
  private final Map<String, String> errors;

  /**
   * @param errors what to say at a field, by its path
   */
  FormDrawing(Page page, List<LifeEvent> lifeEvents, Map<String, String> errors) {
    this.page = page;
    this.lifeEvents = lifeEvents;
    this.errors = errors;
  }

  /** The code of what is published already is not written again. */
  List<FieldView> draw(Proposal proposal, Section section) {
    return ProcedureForm.fields(section).stream()
        .filter(field -> !field.name().equals("code") || proposal.kind() == Kind.NEW)
        .map(field -> draw(field, field.name(), proposal.text().fields().get(field.name()), false))
        .toList();
  }

  private FieldView draw(FormField field, String path, @Nullable Object value, boolean inner) {
    var id = path.replace('.', '-');
    var label = label(path);
    return switch (field) {
      case FormField.Text text -> draw(text, path, value);
      case FormField.Pick pick ->
          new PickView(
              id,
              path,
              label,
              errors.get(path),
              choices(pick.values(), pick.words()),
              value instanceof String chosen ? chosen : null,
              pick.required());
      case FormField.Picks picks ->
          new PicksView(
              id,
              path,
              label,
              errors.get(path),
              choices(picks.values(), picks.words()),
              strings(value));
      case FormField.LifeEventPicks picks ->
          new PicksView(
              id,
              path,
              label,
              errors.get(path),
              lifeEvents.stream()
                  .map(event -> new Choice(event.slug(), event.name(page.language())))
                  .toList(),
              strings(value));
      case FormField.Items items -> rows(items, path, list(value), inner);
      case FormField.Rows rows -> {
        var there = list(value);
        yield rows(
            rows,
            path,
            there.isEmpty() && rows.begun() ? List.of(RowAct.emptyRow(rows)) : there,
            inner);
      }
      case FormField.Group group ->
          new GroupView(id, label, fields(group.fields(), path, value, false));
    };
  }

  private TextView draw(FormField.Text field, String path, @Nullable Object value) {
    return new TextView(
        path.replace('.', '-'),
        path,
        label(path),
        field.hinted()
            ? page.t("catalogue.proposing.field." + Finding.labelPath(path) + ".hint")
            : null,
        errors.get(path),
        Readable.shown(field, value),
        field.shape(),
        field.longest(),
        field.required());
  }

  private RowsView rows(FormField field, String path, List<?> values, boolean inner) {
    var labelPath = Finding.labelPath(path);
    var rows =
        IntStream.range(0, values.size())
            .mapToObj(
                index -> {
                  var at = path + "." + index;
                  return new RowView(
                      at.replace('.', '-'),
                      at,
                      page.t("catalogue.proposing.row." + labelPath, index + 1),
                      index == 0,
                      index == values.size() - 1,
                      row(field, at, values.get(index)));
                })
            .toList();
    return new RowsView(
        path.replace('.', '-'),
        path,
        label(path),
        errors.get(path),
        page.t("catalogue.proposing.add." + labelPath),
        rows,
        inner);
  }

  private List<FieldView> row(FormField field, String path, @Nullable Object value) {
    return switch (field) {
      case FormField.Rows rows -> fields(rows.fields(), path, value, true);
      case FormField.Items items -> List.of(draw(items.item(), path, value));
      default -> List.of();
    };
  }

  private List<FieldView> fields(
      List<FormField> fields, String path, @Nullable Object values, boolean inner) {
    var map = values instanceof Map<?, ?> given ? given : Map.of();
    var views = new ArrayList<FieldView>();
    for (var field : fields) {
      views.add(draw(field, path + "." + field.name(), map.get(field.name()), inner));
    }
    return views;
  }

  private String label(String path) {
    return page.t("catalogue.proposing.field." + Finding.labelPath(path));
  }

  private List<Choice> choices(List<String> values, String words) {
    return values.stream().map(value -> new Choice(value, page.t(words + value))).toList();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static List<String> strings(@Nullable Object value) {
    return list(value).stream().map(Object::toString).toList();
  }
}
