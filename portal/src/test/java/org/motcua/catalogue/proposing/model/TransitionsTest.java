package org.motcua.catalogue.proposing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.proposing.model.Transitions.Doer;
import org.motcua.catalogue.proposing.model.Transitions.Transition;

class TransitionsTest {

  private static final Path DRAWING = Path.of("../docs/proposal-stages.md");

  @Test
  void everyStageIsReachedFromADraft() {
    var reached = EnumSet.of(Stage.DRAFT);
    while (reached.addAll(
        Transitions.TABLE.stream()
            .filter(row -> reached.contains(row.from()))
            .map(Transition::to)
            .toList())) {}
    assertThat(reached).isEqualTo(EnumSet.allOf(Stage.class));
  }

  @Test
  void nothingLeadsOutOfTheEndAndSomethingOutOfEveryOtherStage() {
    for (var stage : Stage.values()) {
      assertThat(Transitions.TABLE.stream().anyMatch(row -> row.from() == stage))
          .as("a way out of %s", stage)
          .isEqualTo(stage.open());
    }
  }

  @Test
  void nothingIsPublishedThatTheControlOfficeHasNotApproved() {
    assertThat(Transitions.TABLE)
        .filteredOn(row -> row.to() == Stage.PUBLISHED)
        .containsExactly(
            new Transition(Stage.APPROVED, Act.PUBLISH, Stage.PUBLISHED, Doer.PUBLISHER));
    assertThat(Transitions.TABLE)
        .filteredOn(row -> row.to() == Stage.APPROVED)
        .containsExactly(new Transition(Stage.PROPOSED, Act.APPROVE, Stage.APPROVED, Doer.CONTROL));
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
    return """
    # The stages of a proposal

    How a change of a procedure comes from its first draft to publication. Drawn from the table
    `Transitions` of the editors' desk by its test; change the table, not this page.

    ```mermaid
    stateDiagram-v2
      [*] --> DRAFT
    %s
      PUBLISHED --> [*]
      DISCARDED --> [*]
    ```

    | from | act | to | by |
    |---|---|---|---|
    %s
    """
        .formatted(
            rows("  %s --> %s: %s"),
            Transitions.TABLE.stream()
                .map(
                    row ->
                        "| %s | %s | %s | %s |"
                            .formatted(
                                row.from(),
                                row.act(),
                                row.to(),
                                row.by().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("\n")));
  }

  private static String rows(String form) {
    return Transitions.TABLE.stream()
        .map(row -> form.formatted(row.from(), row.to(), row.act()))
        .collect(Collectors.joining("\n"));
  }
}
