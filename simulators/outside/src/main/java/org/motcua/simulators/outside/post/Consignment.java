package org.motcua.simulators.outside.post;

import java.util.List;
import java.util.stream.Stream;

/**
 * A letter as the operator keeps it.
 *
 * @param trackingNumber such as {@code RG000000123VN}
 * @param history the first step first
 */
public record Consignment(String trackingNumber, Letter letter, List<Step> history) {

  public Consignment {
    history = List.copyOf(history);
  }

  public Stage stage() {
    return history.getLast().stage();
  }

  Consignment with(Step step) {
    return new Consignment(
        trackingNumber, letter, Stream.concat(history.stream(), Stream.of(step)).toList());
  }

  public String page() {
    return "/post/desk/" + trackingNumber;
  }
}
