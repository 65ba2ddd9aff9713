package org.motcua.platform.web.ui;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a field's hint and error belong to it: the ids that {@code aria-describedby} names. */
public record Field(String id, @Nullable String hint, @Nullable String error) {

  public String hintId() {
    return id + "-hint";
  }

  public String errorId() {
    return id + "-error";
  }

  /** Null when there is nothing to say, so that the attribute is left out. */
  public @Nullable String describedBy() {
    var ids =
        Stream.of(hint == null ? "" : hintId(), error == null ? "" : errorId())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return ids.isEmpty() ? null : ids;
  }

  public String group() {
    return error == null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";
  }

  /** The class of an input, and its red border when it is wrong. */
  public String input(String block) {
    return error == null ? block : block + " " + block + "--error";
  }
}
