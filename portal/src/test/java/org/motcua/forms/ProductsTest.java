package org.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list of loads: how many, how much each, how long. */
class ProductsTest {

  private final FormDefinition form =
      TestForms.form(
          """
          computed:
            - {id: watts, type: number, value: "sum(products(loads.number, loads.each))"}
          pages:
            - id: load
              title: Phụ tải
              questions:
                - id: loads
                  type: table
                  label: Thiết bị
                  each: Thiết bị
                  max: 9
                  columns:
                    - {id: number, type: number, label: Số lượng}
                    - {id: each, type: number, label: Công suất}
          """);

  @Test
  void columnsAreMultipliedRowByRow() {
    assertThat(watts(row("a", 2, 1200), row("b", 1, 2000))).isEqualTo(4400L);
  }

  @Test
  void anIncompleteRowHasNoProductAndNeitherHasTheTable() {
    var incomplete = new TableRow("b", Answers.of(Map.of("row.number", 3)));
    assertThat(watts(row("a", 2, 1200), incomplete)).isEqualTo("none");
  }

  @Test
  void whatIsTooGreatHasNoProduct() {
    assertThat(watts(row("a", Long.MAX_VALUE, 2))).isEqualTo("none");
  }

  private Object watts(TableRow... rows) {
    var answers = Answers.none().withRows("loads", List.of(rows));
    return form.situation(answers, LocalDate.of(2026, 11, 22)).value("watts").orElse("none");
  }

  private static TableRow row(String id, long number, long each) {
    return new TableRow(id, Answers.of(Map.of("row.number", number, "row.each", each)));
  }
}
