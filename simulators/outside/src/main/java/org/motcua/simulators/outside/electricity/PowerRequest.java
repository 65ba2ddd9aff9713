package org.motcua.simulators.outside.electricity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request as the company keeps it.
 *
 * @param documentCode the company's own, such as {@code PC09-2611-000123}
 * @param history the first step first
 */
public record PowerRequest(String documentCode, Application application, List<Step> history) {

  public PowerRequest {
    history = List.copyOf(history);
  }

  public Stage stage() {
    return history.getLast().stage();
  }

  PowerRequest with(Step step) {
    return new PowerRequest(
        documentCode, application, Stream.concat(history.stream(), Stream.of(step)).toList());
  }

  /** All appliances together, as the portal has reckoned it. */
  public @Nullable String watts() {
    var watts = application.computed().get("load.watts");
    return watts != null && watts.matches("\\d{1,15}")
        ? String.format(Locale.forLanguageTag("vi"), "%,d", Long.parseLong(watts))
        : watts;
  }

  public String page() {
    return "/electricity/desk/" + documentCode;
  }
}
