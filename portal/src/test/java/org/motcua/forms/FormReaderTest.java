package org.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mistakes in a form's file: each is told with its line and what was expected. */
class FormReaderTest {

  @Test
  void whatIsNoYamlIsToldWithItsLine() {
    assertThat(TestForms.problems("pages:\n  - id: [a\n"))
        .singleElement()
        .asString()
        .startsWith("form.yaml:")
        .contains("not YAML");
    assertThat(TestForms.problems("")).containsExactly("form.yaml:1: the file is empty");
  }

  @Test
  void anUnknownKeyIsToldWithThoseThatAreKnown() {
    assertThat(problemsOf("label: Tên", "lable: Tên"))
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith("form.yaml:7: unknown key 'lable'; expected type, max, id, label"))
        .anySatisfy(problem -> assertThat(problem).contains("'label' is missing, expected"));
  }

  @Test
  void anUnknownTypeIsToldWithAllTypes() {
    assertThat(problemsOf("type: text", "type: txt"))
        .containsExactly(
            "form.yaml:6: there is no question type 'txt', expected text, long-text, person-name,"
                + " number, money, year, date, yes-no, one-of, several-of, id-number, tax-code,"
                + " vehicle-plate, phone, email, address, person, bank-account, file, table");
  }

  @Test
  void aMisspeltNameInAnExpressionIsToldWithTheOneMeant() {
    assertThat(problemsOf("label: Tuổi", "label: Tuổi\n        when: child.nmae == 'x'"))
        .containsExactly(
            "form.yaml:11: 'when': there is no 'child.nmae'; did you mean 'child.name'? (column 1"
                + " of the expression)");
  }

  @Test
  void anExpressionOfTheWrongTypeIsTold() {
    assertThat(problemsOf("label: Tuổi", "label: Tuổi\n        when: child.name"))
        .containsExactly("form.yaml:11: 'when' gives a text, expected yes or no");
    assertThat(problemsOf("label: Tuổi", "label: Tuổi\n        when: child.name > 3"))
        .singleElement()
        .asString()
        .startsWith("form.yaml:11: 'when': found no matching overload");
  }

  @Test
  void aChoiceThatIsNotOfferedIsTold() {
    var yaml =
        """
        pages:
          - id: one
            title: Một
            questions:
              - id: sex
                type: one-of
                label: Giới tính
                choices: [{value: male, label: Nam}, {value: female, label: Nữ}]
              - id: more
                type: text
                label: Thêm
                when: sex == 'mail'
        """;
    assertThat(TestForms.problems(yaml))
        .containsExactly(
            "form.yaml:12: 'when': 'mail' is no choice of 'sex', which has male, female");
  }

  @Test
  void conditionsInACircleAreToldWithTheirWay() {
    var yaml =
        """
        computed:
          - {id: a, type: yes-no, value: "!b"}
          - {id: b, type: yes-no, value: "!a"}
        pages:
          - id: one
            title: Một
            questions:
              - {id: name, type: text, label: Tên, when: a}
        """;
    assertThat(TestForms.problems(yaml))
        .containsExactly("form.yaml:2: 'a': depends on itself: a → b → a");
  }

  @Test
  void aConditionThatLooksAtALaterQuestionIsTold() {
    var yaml =
        """
        pages:
          - id: one
            title: Một
            questions:
              - {id: first, type: text, label: Đầu, when: answered.second}
              - {id: second, type: text, label: Sau}
        """;
    assertThat(TestForms.problems(yaml))
        .containsExactly(
            "form.yaml:5: 'first': its condition looks at 'second', which is asked only later");
  }

  @Test
  void everyMistakeIsToldAtOnce() {
    var yaml =
        """
        pages:
          - id: one
            title: {vi: Một}
            questions:
              - {id: Child, type: text, label: Tên}
              - {id: child.today, type: text, label: Tên}
              - {id: twice, type: number, min: 5, max: 3, label: Số}
              - {id: twice, type: text, label: Tên, optional: maybe}
              - {id: twice.inner, type: text, label: Tên, prefill: account.shoeSize}
        """;
    assertThat(TestForms.problems(yaml))
        .containsExactly(
            "form.yaml:3: 'en' is missing, expected a text",
            "form.yaml:5: 'Child' is no id, expected such as child.name",
            "form.yaml:6: 'today' has a meaning in expressions and cannot be in an id",
            "form.yaml:7: 'max' is less than 'min'",
            "form.yaml:8: 'twice' is already the id of line 7",
            "form.yaml:8: 'optional' is 'maybe', expected true or false",
            "form.yaml:9: 'twice.inner' cannot stand beside the id 'twice'",
            "form.yaml:9: nothing is known as 'account.shoeSize', expected account.address,"
                + " account.citizenId, account.dateOfBirth, account.email, account.name,"
                + " account.phone, account.socialInsuranceNumber, account.taxCode,"
                + " enterprise.address, enterprise.name, enterprise.representative,"
                + " enterprise.taxCode, household.children, household.members, earlier.<question>");
  }

  @Test
  void anExpressionThatWouldNeverEndIsTold() {
    var hundred = "[0" + ",0".repeat(99) + "]";
    var yaml =
        """
        pages:
          - id: one
            title: Một
            questions:
              - id: name
                type: text
                label: Tên
                checks:
                  - that: %s
                    otherwise: Không
        """
            .formatted(
                "\"%1$s.all(a, %1$s.all(b, %1$s.all(c, %1$s.all(d, a + b + c + d == 0))))\""
                    .formatted(hundred));
    assertThat(TestForms.problems(yaml))
        .containsExactly("form.yaml:9: 'that' may take more than 10000 steps");
  }

  @Test
  void whatIsKnownForAColumnIsToldToBelongToTheTable() {
    assertThat(
            TestForms.problems(
                withTable("{id: income, type: text, label: Tên, prefill: account.name}", "true")))
        .containsExactly(
            "form.yaml:10: 'prefill' has no effect at a column, expected at the table itself, such"
                + " as prefill: household.members");
    assertThat(TestForms.problems(withTable("{id: a, type: text, label: Tên, fact: x.y}", "true")))
        .singleElement()
        .asString()
        .startsWith("form.yaml:10: 'fact' has no effect at a column");
  }

  @Test
  void expressionsBearTheLongestTableOrAreToldWhenTheyAreRead() {
    var column = "{id: income, type: number, label: Tiền}";
    var nineteen = "[0" + ",0".repeat(18) + "]";
    var thirty = "[0" + ",0".repeat(29) + "]";
    var each = "members.income.all(a, %s.all(b, a >= b))";
    assertThat(TestForms.problems(withTable(column, each.formatted(thirty))))
        .containsExactly("form.yaml:15: 'that' may take more than 10000 steps");

    var form = TestForms.form(withTable(column, each.formatted(nineteen)));
    var rows = new ArrayList<TableRow>();
    for (var row = 1; row <= 500; row++) {
      rows.add(new TableRow("r" + row, Answers.none().with("row.income", row)));
    }
    var answers = Answers.none().withRows("members", rows).with("name", "Mai");
    assertThat(TestForms.forms().checkAll(form, answers, TestForms.TODAY)).isEmpty();
  }

  private static String withTable(String column, String that) {
    return """
    pages:
      - id: one
        title: {vi: Một, en: One}
        questions:
          - id: members
            type: table
            label: {vi: Người, en: People}
            each: {vi: Người, en: Person}
            max: 500
            columns: [%s]
          - id: name
            type: text
            label: {vi: Tên, en: Name}
            checks:
              - that: "%s"
                otherwise: {vi: Không, en: No}
    """
        .formatted(column, that);
  }

  private static List<String> problemsOf(String right, String wrong) {
    return TestForms.problems(
        """
        pages:
          - id: one
            title: {vi: Một, en: One}
            questions:
              - id: child.name
                type: text
                label: Tên
              - id: child.age
                type: number
                label: Tuổi
        """
            .replace(right, wrong));
  }
}
