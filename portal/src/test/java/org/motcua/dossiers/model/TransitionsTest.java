package org.motcua.dossiers.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.model.Transitions.Doer;
import org.motcua.dossiers.model.Transitions.Transition;
import org.motcua.organisation.Role;

class TransitionsTest {

  private static final Path DRAWING = Path.of("../docs/dossier-statuses.md");

  @Test
  void theStatusesAreTheTenNationalOnesAndTheDraft() {
    var numbers = EnumSet.allOf(DossierStatus.class).stream().map(DossierStatus::national).toList();
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(0, 10).boxed().toList());
    assertThat(DossierStatus.ofNational(5)).isEqualTo(DossierStatus.ADDITIONS_REQUESTED);
  }

  @Test
  void everyStatusCanBeReachedFromADraft() {
    var reached = EnumSet.of(DossierStatus.DRAFT);
    while (reached.addAll(
        Transitions.TABLE.stream()
            .filter(row -> reached.contains(row.from()))
            .map(Transition::to)
            .toList())) {}
    assertThat(reached).isEqualTo(EnumSet.allOf(DossierStatus.class));
  }

  @Test
  void nothingLeadsOutOfAClosedStatusAndSomethingOutOfEveryOther() {
    for (var status : DossierStatus.values()) {
      var leadsOn =
          Transitions.TABLE.stream().anyMatch(row -> row.from() == status && row.to() != status);
      assertThat(leadsOn).as("a way out of %s", status).isEqualTo(!status.closed());
    }
  }

  @Test
  void theClockEitherRunsOrStandsStillWhileADossierIsOpen() {
    for (var status : DossierStatus.values()) {
      assertThat(status.clockRuns() && status.clockStandsStill()).as("%s", status).isFalse();
    }
    assertThat(DossierStatus.ADDITIONS_REQUESTED.clockStandsStill()).isTrue();
    assertThat(DossierStatus.FINISHED.clockRuns()).isFalse();
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
    var rows =
        Transitions.TABLE.stream()
            .map(row -> "  %s --> %s: %s".formatted(row.from(), row.to(), row.act()))
            .collect(Collectors.joining("\n"));
    var table =
        Transitions.TABLE.stream()
            .map(
                row ->
                    "| %s | %s | %s | %s |"
                        .formatted(row.from(), row.act(), row.to(), doer(row.by())))
            .collect(Collectors.joining("\n"));
    return """
    # The statuses of a dossier

    Drawn from the table `Transitions` by its test; change the table, not this page. A number is the
    national status of the same name.

    ```mermaid
    stateDiagram-v2
      [*] --> DRAFT
    %s
      REFUSED --> [*]
      STOPPED --> [*]
      RETURNED --> [*]
    ```

    | from | act | to | by |
    |---|---|---|---|
    %s

    | number | status |
    |---|---|
    %s
    """
        .formatted(
            rows,
            table,
            EnumSet.allOf(DossierStatus.class).stream()
                .filter(status -> !status.draft())
                .map(status -> "| %d | %s |".formatted(status.national(), status))
                .collect(Collectors.joining("\n")));
  }

  private static String doer(Doer by) {
    return switch (by) {
      case Doer.Applicant applicant -> "applicant";
      case Doer.Portal portal -> "portal";
      case Doer.Officer(var roles) -> "officer: " + names(roles);
      case Doer.AtStep(var roles) -> "whose step it is: " + names(roles);
      case Doer.Entrusted entrusted -> "who was asked";
      case Doer.Decider decider -> "who decides by the route";
    };
  }

  private static String names(Set<Role> roles) {
    return roles.stream()
        .sorted()
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
