package org.motcua.simulators.outside.electricity;

import java.util.List;
import java.util.stream.Stream;

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

  public String page() {
    return "/electricity/desk/" + documentCode;
  }
}
