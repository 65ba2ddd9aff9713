package org.motcua.catalogue.proposing.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser sends of a section that is shown and not touched. */
public final class SentForm {

  public static Map<String, List<String>> of(DraftText text, Section section) {
    var sent = new LinkedHashMap<String, List<String>>();
    for (var field : ProcedureForm.fields(section)) {
      put(field, field.name(), text.fields().get(field.name()), sent);
    }
    return sent;
  }

  private static void put(
      FormField field, String path, @Nullable Object value, Map<String, List<String>> sent) {
    switch (field) {
      case FormField.Text text -> sent.put(path, List.of(Readable.shown(text, value)));
      case FormField.Pick pick -> sent.put(path, List.of(value == null ? "" : value.toString()));
      case FormField.Picks picks -> sent.put(path, strings(value));
      case FormField.LifeEventPicks picks -> sent.put(path, strings(value));
      case FormField.Items items -> {
        var list = strings(value);
        for (var i = 0; i < list.size(); i++) sent.put(path + "." + i, List.of(list.get(i)));
      }
      case FormField.Rows rows -> {
        var list = value instanceof List<?> there ? there : List.of();
        for (var i = 0; i < list.size(); i++) {
          putAll(rows.fields(), path + "." + i, list.get(i), sent);
        }
      }
      case FormField.Group group -> putAll(group.fields(), path, value, sent);
    }
  }

  private static void putAll(
      List<FormField> fields,
      String path,
      @Nullable Object values,
      Map<String, List<String>> sent) {
    var map = values instanceof Map<?, ?> there ? there : Map.of();
    for (var field : fields) {
      put(field, path + "." + field.name(), map.get(field.name()), sent);
    }
  }

  private static List<String> strings(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
  }

  private SentForm() {}
}
