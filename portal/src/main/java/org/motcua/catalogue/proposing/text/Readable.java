package org.motcua.catalogue.proposing.text;

import java.net.URI;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether what was typed is what its field asks for. */
public final class Readable {

  /** Whether a row says anything at all; empty rows of the form mean nothing. */
  public static boolean says(FormField.Rows rows, @Nullable Object row) {
    return row instanceof Map<?, ?> map && map.values().stream().anyMatch(Readable::says);
  }

  private static boolean says(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case String text -> !text.isBlank();
      case Map<?, ?> map -> map.values().stream().anyMatch(Readable::says);
      case Collection<?> list -> list.stream().anyMatch(Readable::says);
      default -> true;
    };
  }

  public static boolean reads(FormField.Text field, String typed) {
    return switch (field.shape()) {
      case WHOLE_NUMBER -> Typed.number(typed, false).filter(n -> n <= 1_000_000).isPresent();
      case MONEY -> Typed.number(typed, true).isPresent();
      case DATE -> Typed.date(typed).isPresent();
      case ADDRESS -> isWebAddress(typed);
      default -> true;
    };
  }

  /** Readers will be offered it as a link, so it must not be a script. */
  private static boolean isWebAddress(String typed) {
    try {
      var address = URI.create(typed);
      var scheme = address.getScheme();
      return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
          && address.getHost() != null;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  /** As its field shows it: a date with its day first, a list one a line. */
  public static String shown(FormField.Text field, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Collection<?> list -> String.join("\n", list.stream().map(Object::toString).toList());
      default ->
          field.shape() == FormField.Shape.DATE
              ? Typed.shownDate(value.toString())
              : value.toString();
    };
  }

  private Readable() {}
}
