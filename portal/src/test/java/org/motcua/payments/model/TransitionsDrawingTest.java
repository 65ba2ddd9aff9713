package org.motcua.payments.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TransitionsDrawingTest {

  private static final Path DRAWING = Path.of("../docs/payment-states.md");

  @Test
  void everyStateCanBeReachedFromAnOpenPayment() {
    var reached = EnumSet.of(PaymentStatus.OPEN);
    while (reached.addAll(
        Transitions.TABLE.stream()
            .filter(row -> reached.contains(row.from()))
            .map(Transitions.Transition::to)
            .toList())) {}
    assertThat(reached).isEqualTo(EnumSet.allOf(PaymentStatus.class));
  }

  @Test
  void moneyNeverComesBackFromWhereItWasNotBefore() {
    for (var row : Transitions.TABLE) {
      if (row.act() == Act.REFUND_PART
          || row.act() == Act.REFUND_REST
          || row.act() == Act.REVERSE) {
        assertThat(row.from().holdsMoney()).as("%s", row).isTrue();
      }
    }
  }

  @Test
  void theDrawingInTheDocumentationIsThisTable() throws IOException {
    var drawn = drawing();
    if (System.getProperty("motcua.redraw") != null) Files.writeString(DRAWING, drawn);
    assertThat(Files.exists(DRAWING) ? Files.readString(DRAWING) : "")
        .as("draw it again with: bin/test -Dmotcua.redraw")
        .isEqualTo(drawn);
  }

  private static String drawing() {
    var states =
        Transitions.TABLE.stream()
            .map(row -> "  %s --> %s: %s".formatted(row.from(), row.to(), row.act()))
            .collect(Collectors.joining("\n"));
    var steps =
        Transitions.STEPS.stream()
            .map(row -> "  %s --> %s".formatted(row.from(), row.to()))
            .collect(Collectors.joining("\n"));
    return """
    # The states of a payment

    Drawn from the tables in the source (`payments/model/Transitions`); a test compares them.

    What is to be paid:

    ```mermaid
    stateDiagram-v2
      [*] --> OPEN
    %s
    ```

    One try to pay it. Money is the truth: what was thought to have failed may yet turn out to be paid. A
    try that brings money for which nothing is owed any more ends as SURPLUS, and the money goes back by
    itself.

    ```mermaid
    stateDiagram-v2
      [*] --> BEGUN
    %s
    ```
    """
        .formatted(states, steps);
  }
}
