package org.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.forms.TestForms.TODAY;
import static org.motcua.forms.TestForms.submitted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motcua.forms.PageOutcome.Accepted;
import org.motcua.forms.PageOutcome.Faulty;

/** A household and its members. */
class TablesTest {

  private static final String HOUSEHOLD =
      """
      computed:
        - {id: total, type: number, value: sum(members.income)}
      pages:
        - id: household
          title: Hộ gia đình
          questions:
            - {id: city, type: yes-no, label: Ở thành phố}
            - id: members
              type: table
              label: Thành viên
              each: {vi: Thành viên, en: Member}
              max: 3
              columns:
                - {id: name, type: person-name, label: Họ tên}
                - {id: born, type: date, label: Ngày sinh}
                - id: income
                  type: money
                  label: Thu nhập
                  when: years(row.born, today) >= 15
                  checks:
                    - {that: "!city || row.income >= 1000", otherwise: Ở thành phố ít nhất 1.000 đồng}
                - {id: works, type: yes-no, label: Có việc làm, when: answered.row.income, optional: true}
              checks:
                - {that: "members.name.size() == 1 || distinct(members.name)", otherwise: Hai người trùng tên}
            - {id: poor, type: text, label: Lý do, when: "total < 500 && members.count > 1"}
      """;

  private final Forms forms = TestForms.forms();
  private final FormDefinition form = TestForms.form(HOUSEHOLD);
  private final Question members = form.findQuestion("members").orElseThrow();
  private final QuestionType.Table table = (QuestionType.Table) members.type();

  @Test
  void aRowIsTakenLikeAPage() {
    var row =
        row(
            "row.name",
            " Lê  Thị Hoa ",
            "row.born.day",
            "1",
            "row.born.month",
            "2",
            "row.born.year",
            "1990",
            "row.income",
            "2.000 đ");
    assertThat(row)
        .isEqualTo(
            new Accepted(
                Answers.of(
                    Map.of(
                        "row.name", "Lê Thị Hoa", "row.born", "1990-02-01", "row.income", 2000))));
  }

  @Test
  void aRowsConditionsSeeTheRowAndWhatIsAroundIt() {
    var child = Answers.of(Map.of("row.born", "2020-01-01"));
    assertThat(asked(child)).containsExactly("row.name", "row.born");
    var adult = Answers.of(Map.of("row.born", "1990-01-01"));
    assertThat(asked(adult)).contains("row.income").doesNotContain("row.works");
    assertThat(asked(adult.with("row.income", 1L))).contains("row.works");

    var poor =
        new String[] {
          "row.name",
          "Hoa",
          "row.born.day",
          "1",
          "row.born.month",
          "2",
          "row.born.year",
          "1990",
          "row.income",
          "999"
        };
    assertThat(row(Answers.of(Map.of("city", true)), poor)).isInstanceOf(Faulty.class);
    assertThat(row(Answers.of(Map.of("city", false)), poor)).isInstanceOf(Accepted.class);
  }

  @Test
  void expressionsCountRowsAndSeeColumns() {
    var answers = Answers.of(Map.of("city", false)).withRows("members", List.of(hoa(200), an(100)));
    var situation = form.situation(answers, TODAY.today());
    assertThat(situation.value("total")).contains(300L);
    assertThat(situation.value("members.count")).contains(2L);
    assertThat(situation.value("members.name")).contains(List.of("Hoa", "An"));
    assertThat(situation.asks(form.findQuestion("poor").orElseThrow())).isTrue();
    assertThat(form.situation(Answers.none(), TODAY.today()).value("total")).contains(0L);
  }

  @Test
  void everyRowsFaultLeadsToItsRow() {
    var bad = new TableRow("b", Answers.of(Map.of("row.name", "4n", "row.born", "2020-01-01")));
    var faults = faults(List.of(hoa(5), bad));
    assertThat(faults)
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.fieldId()).isEqualTo("members-b");
              assertThat(fault.text()).startsWith("Thành viên 2: Họ tên chỉ gồm chữ cái");
            });
  }

  @Test
  void thereAreAsManyRowsAsThereMayBe() {
    assertThat(faults(List.of())).extracting(Fault::text).containsExactly("Hãy thêm thành viên");
    var four = new ArrayList<TableRow>();
    for (var n = 0; n < 4; n++) four.add(new TableRow("r" + n, hoa(5).answers()));
    assertThat(faults(four))
        .extracting(Fault::text)
        .containsExactly("Cần từ 1 đến 3 thành viên, hiện có 4");
  }

  @Test
  void allRowsTogetherAreCheckedOnceEachIsRight() {
    assertThat(faults(List.of(hoa(5), new TableRow("h", hoa(7).answers()))))
        .extracting(Fault::text)
        .containsExactly("Hai người trùng tên");
  }

  @Test
  void aPageLeavesItsTableAsItIs() {
    var answers = Answers.none().withRows("members", List.of(hoa(5)));
    var outcome = forms.check(form, form.firstPage(), submitted("city", "false"), answers, TODAY);
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(((Accepted) outcome).answers().rows("members")).hasSize(1);
  }

  @Test
  void rowsAreReadAsPeopleReadThem() {
    var answers = Answers.of(Map.of("city", true)).withRows("members", List.of(hoa(5000), child()));
    var summary = forms.summary(form, answers, TODAY).sections().getFirst();
    assertThat(summary.rows()).extracting(Summary.Row::value).contains("2 thành viên");
    assertThat(summary.tables())
        .singleElement()
        .satisfies(
            shown -> {
              assertThat(shown.columns())
                  .containsExactly("Họ tên", "Ngày sinh", "Thu nhập", "Có việc làm");
              assertThat(shown.rows())
                  .containsExactly(
                      List.of("Hoa", "01/02/1990", "5.000 đồng", ""),
                      List.of("Bé", "01/01/2020", "", ""));
            });
  }

  @Test
  void rowsKeepTheirIdsAndWhatIsNotAskedGoes() {
    var answers =
        Answers.fromJson(
            """
            {"city": false, "members": [
              {"name": "Bé", "born": "2020-01-01", "income": 7},
              {"id": "x1", "name": "Hoa", "born": "1990-02-01", "income": 9}]}
            """);
    assertThat(answers.rows("members")).extracting(TableRow::id).containsExactly("at-1", "x1");
    var kept = form.withoutUnasked(answers, TODAY.today());
    assertThat(kept.rows("members").getFirst().answers().has("row.income")).isFalse();
    assertThat(kept.rows("members").getLast().answers().find("row.income")).contains(9L);
    assertThat(Answers.fromJson(kept.toJson())).isEqualTo(kept);
    assertThat(kept.withoutRow("members", "at-1").rows("members"))
        .extracting(TableRow::id)
        .containsExactly("x1");
  }

  @Test
  void mistakesInATableAreToldWithTheirLines() {
    assertThat(
            problems(
                "{id: id, type: text, label: Tên}",
                "{id: price, type: money, label: Giá, when: sum(goods.price) > 5}",
                "{id: inner, type: table, label: Bảng}",
                "{id: price, type: text, label: Giá}",
                "{id: weight, type: number, label: Nặng, when: row.wait > 5}"))
        .anySatisfy(it -> assertThat(it).contains("form.yaml:10: 'id' is no column's id"))
        .anySatisfy(
            it -> assertThat(it).contains("form.yaml:12: a table cannot be a column of a table"))
        .anySatisfy(it -> assertThat(it).contains("form.yaml:13: there is another column 'price'"));
    assertThat(
            problems(
                "{id: price, type: money, label: Giá, when: sum(goods.price) > 5}",
                "{id: weight, type: number, label: Nặng, when: row.prise > 5}"))
        .anySatisfy(it -> assertThat(it).contains("form.yaml:11", "did you mean 'row.price'?"));
    assertThat(problems("{id: price, type: money, label: Giá, when: sum(goods.price) > 5}"))
        .anySatisfy(it -> assertThat(it).contains("'goods': depends on itself: goods → goods"));
  }

  /** Of a table with these columns, the first of them in line 10. */
  private static List<String> problems(String... columns) {
    return TestForms.problems(
        """
        pages:
          - id: all
            title: Tất cả
            questions:
              - id: goods
                type: table
                label: Hàng
                each: Mặt hàng
                columns:
                  - %s
        """
            .formatted(String.join("\n          - ", columns)));
  }

  private PageOutcome row(String... typed) {
    return row(Answers.none(), typed);
  }

  private PageOutcome row(Answers all, String... typed) {
    return forms.checkRow(form, table, all, submitted(typed), Answers.none(), TODAY);
  }

  private List<String> asked(Answers row) {
    return forms.askRow(form, table, Answers.none(), row, List.of(), TODAY).questions().stream()
        .filter(AskedQuestion::shown)
        .map(AskedQuestion::id)
        .toList();
  }

  private List<Fault> faults(List<TableRow> rows) {
    var answers = Answers.of(Map.of("city", false)).withRows("members", rows);
    return forms.checkAll(form, answers, TODAY).stream()
        .filter(fault -> fault.questionId().equals("members"))
        .toList();
  }

  private static TableRow hoa(long income) {
    return new TableRow(
        "a", Answers.of(Map.of("row.name", "Hoa", "row.born", "1990-02-01", "row.income", income)));
  }

  private static TableRow an(long income) {
    return new TableRow(
        "c", Answers.of(Map.of("row.name", "An", "row.born", "1985-02-01", "row.income", income)));
  }

  private static TableRow child() {
    return new TableRow("d", Answers.of(Map.of("row.name", "Bé", "row.born", "2020-01-01")));
  }
}
