package org.motcua.platform.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, in the order of its fields. */
public record FieldErrors(List<FieldError> all) {

  public static final FieldErrors NONE = new FieldErrors(List.of());

  public FieldErrors {
    all = List.copyOf(all);
  }

  /** One fault at one field, or none where there is no text. */
  public static FieldErrors at(String fieldId, @Nullable String text) {
    return text == null ? NONE : new FieldErrors(List.of(new FieldError(fieldId, text)));
  }

  /** What to say at this field; null when nothing is wrong with it. */
  public @Nullable String of(String fieldId) {
    return all.stream()
        .filter(error -> error.fieldId().equals(fieldId))
        .map(FieldError::text)
        .findFirst()
        .orElse(null);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }
}
