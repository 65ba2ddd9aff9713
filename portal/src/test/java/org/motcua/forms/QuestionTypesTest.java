package org.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.forms.TestForms.TODAY;
import static org.motcua.forms.TestForms.submitted;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.forms.PageOutcome.Accepted;
import org.motcua.forms.PageOutcome.Faulty;

class QuestionTypesTest {

  private final Forms forms = TestForms.forms();

  @ParameterizedTest
  @ValueSource(strings = {"4680000", "4.680.000", "4,680,000 đồng", "4 680 000đ", "４６８００００ VNĐ"})
  void moneyIsTakenHoweverItIsWritten(String typed) {
    assertThat(answer("money", typed)).isEqualTo(4_680_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4,5 triệu", "-1", "nhiều", "1000001"})
  void whatIsNoAmountIsToldSo(String typed) {
    assertThat(fault("{id: it, type: money, label: Số tiền, max: 1000000}", typed))
        .startsWith("Hãy nhập");
  }

  @Test
  void aYearHasFourDigits() {
    assertThat(answer("year", "2020")).isEqualTo(2020L);
    assertThat(fault("year", "20")).isEqualTo("Hãy nhập năm đủ 4 chữ số, ví dụ: 2020");
    assertThat(fault("{id: it, type: year, label: Năm, min: 2000}", "1999"))
        .isEqualTo("Hãy nhập năm từ 2000 đến 2100");
  }

  @Test
  void aTaxCodeChecksItself() {
    assertThat(answer("tax-code", "0100109106-001")).isEqualTo("0100109106001");
    assertThat(fault("tax-code", "0100109107")).startsWith("Mã số thuế chưa đúng");
  }

  @ParameterizedTest
  @CsvSource({
    "14A-123.45,14A-123.45",
    "14a 12345,14A-123.45",
    "14A12345,14A-123.45",
    "29-H1 123.45,29H1-123.45",
    "29H112345,29H1-123.45",
    "29-H1 2345,29H1-2345",
    "29LD-123.45,29LD-123.45",
    "80A 1234,80A-1234",
    "50MĐ1-123.45,50MĐ1-123.45"
  })
  void aNumberPlateIsWrittenAsOnTheRegistration(String typed, String plate) {
    assertThat(answer("vehicle-plate", typed)).isEqualTo(plate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10A-123.45", "A14-12345", "14-12345", "14A-12", "14ABC-12345"})
  void whatIsNoNumberPlateIsToldSo(String typed) {
    assertThat(fault("vehicle-plate", typed)).startsWith("Biển số chưa đúng");
  }

  private static final String SEVERAL =
      "{id: it, type: several-of, label: Loại hàng, choices: [{value: a, label: Gạo}, {value: b,"
          + " label: Cá}, {value: c, label: Chè}]}";

  @Test
  void severalChoicesKeepTheOrderInWhichTheyAreOffered() {
    var outcome = check(SEVERAL, "it", "c", "it", "a");
    assertThat(outcome.answers().find("it")).contains(List.of("a", "c"));
    assertThat(forms.text(form(SEVERAL), "it", outcome.answers(), TODAY)).isEqualTo("Gạo, Chè");
    assertThat(fault(SEVERAL, "z")).startsWith("Hãy chọn một trong các mục");
    assertThat(faults(SEVERAL)).containsExactly("Hãy chọn ít nhất một mục: loại hàng");
  }

  @Test
  void whoSomebodyIsHasThreeParts() {
    var right =
        check(
            "{id: it, type: person, label: Người nhận}",
            "it.name",
            "Nguyễn Thị  Mai",
            "it.idNumber",
            "022 190 001 234",
            "it.day",
            "12",
            "it.month",
            "5",
            "it.year",
            "1990");
    assertThat(right.answers().find("it"))
        .contains(
            Map.of("name", "Nguyễn Thị Mai", "idNumber", "022190001234", "born", "1990-05-12"));
  }

  @Test
  void eachPartOfAPersonIsCheckedWhereItStands() {
    var yaml = "{id: it, type: person, label: Người nhận}";
    assertThat(faultyFields(yaml, "it.name", "Mai", "it.idNumber", "12"))
        .containsExactly("it-idNumber");
    assertThat(
            faultyFields(
                yaml,
                "it.name",
                "Mai",
                "it.idNumber",
                "022190001234",
                "it.day",
                "1",
                "it.month",
                "1",
                "it.year",
                "1991"))
        .containsExactly("it-idNumber");
    assertThat(faultyFields(yaml, "it.idNumber", "022190001234")).containsExactly("it");
  }

  @Test
  void anAccountHasABankThatIsKnown() {
    var yaml = "{id: it, type: bank-account, label: Tài khoản}";
    var right =
        check(
            yaml,
            "it.bank",
            "970436",
            "it.number",
            "0011 0022 3344",
            "it.holder",
            "Nguyen Thi Mai");
    assertThat(right.answers().find("it"))
        .contains(Map.of("bank", "970436", "number", "001100223344", "holder", "NGUYEN THI MAI"));
    assertThat(faultyFields(yaml, "it.bank", "1", "it.number", "1", "it.holder", "M"))
        .containsExactly("it");
    assertThat(faultyFields(yaml, "it.bank", "970436", "it.number", "12", "it.holder", "M"))
        .containsExactly("it-number");
  }

  @Test
  void expressionsSeeThePartsAndTheChoices() {
    var form =
        TestForms.form(
            """
            computed:
              - {id: fee, type: number, value: "'a' in goods ? value / 100 + 5 : 0"}
              - {id: adult, type: yes-no, value: "years(owner.born, today) >= 18"}
            pages:
              - id: all
                title: Tất cả
                questions:
                  - {id: goods, type: several-of, label: Hàng, choices: [{value: a, label: A}, {value: b, label: B}]}
                  - {id: value, type: money, label: Giá trị}
                  - {id: owner, type: person, label: Chủ}
                  - {id: bank, type: bank-account, label: Tài khoản, when: "owner.name != '' && answered.goods"}
            """);
    var answers =
        Answers.of(
            Map.of(
                "goods",
                List.of("a"),
                "value",
                1000,
                "owner",
                Map.of("name", "Mai", "idNumber", "022190001234", "born", "1990-05-12")));
    var situation = form.situation(answers, TODAY.today());
    assertThat(situation.value("fee")).contains(15L);
    assertThat(situation.value("adult")).contains(true);
    assertThat(situation.asks(form.findQuestion("bank").orElseThrow())).isTrue();
    assertThat(
            TestForms.problems(
                """
                pages:
                  - id: all
                    title: Tất cả
                    questions:
                      - {id: goods, type: several-of, label: Hàng, choices: [{value: a, label: A}, {value: b, label: B}]}
                      - {id: more, type: text, label: Thêm, when: "'c' in goods"}
                """))
        .singleElement()
        .asString()
        .contains("form.yaml:6", "'c' is no choice of 'goods', which has a, b");
  }

  @Test
  void aQuestionThatATickCallsForAppearsInTheBrowser() {
    var form =
        TestForms.form(
            """
            pages:
              - id: all
                title: Tất cả
                questions:
                  - {id: goods, type: several-of, label: Hàng, choices: [{value: a, label: A}, {value: b, label: B}]}
                  - {id: why, type: text, label: Vì sao, when: "'a' in goods"}
            """);
    var asked = forms.ask(form, form.firstPage(), Answers.none(), List.of(), Prefill.none(), TODAY);
    assertThat(asked.questions().getLast().condition()).isEqualTo("[\"has\",\"goods\",\"a\"]");
    assertThat(asked.questions().getLast().shown()).isFalse();
  }

  @Test
  void whatWasTypedWronglyIsShownAgain() {
    var form = form("person");
    var outcome =
        (Faulty)
            forms.check(
                form,
                form.firstPage(),
                submitted("it.name", "M4i", "it.idNumber", "12", "it.year", "20"),
                Answers.none(),
                TODAY);
    var again =
        forms.ask(
            form, form.firstPage(), outcome.answers(), outcome.faults(), Prefill.none(), TODAY);
    var shown = again.questions().getFirst();
    assertThat(shown.field("name")).isEqualTo("M4i");
    assertThat(shown.field("idNumber")).isEqualTo("12");
    assertThat(shown.date().year()).isEqualTo("20");
    assertThat(forms.summary(form, outcome.answers(), TODAY).sections().getFirst().rows())
        .singleElement()
        .extracting(Summary.Row::value)
        .asString()
        .contains("M4i", "12");
  }

  private Object answer(String type, String typed) {
    return check("{id: it, type: " + type + ", label: Câu hỏi}", "it", typed)
        .answers()
        .find("it")
        .orElseThrow();
  }

  private Accepted check(String question, String... typed) {
    var form = form(question);
    var outcome = forms.check(form, form.firstPage(), submitted(typed), Answers.none(), TODAY);
    assertThat(outcome).isInstanceOf(Accepted.class);
    return (Accepted) outcome;
  }

  private String fault(String question, String typed) {
    return faults(question, "it", typed).getFirst();
  }

  private List<String> faults(String question, String... typed) {
    return faulty(question, typed).faults().stream().map(Fault::text).toList();
  }

  private List<String> faultyFields(String question, String... typed) {
    return faulty(question, typed).faults().stream().map(Fault::fieldId).toList();
  }

  private Faulty faulty(String question, String... typed) {
    var form = form(question);
    var outcome = forms.check(form, form.firstPage(), submitted(typed), Answers.none(), TODAY);
    assertThat(outcome).isInstanceOf(Faulty.class);
    return (Faulty) outcome;
  }

  /** A form of one question; a mere type is one of that type. */
  private static FormDefinition form(String question) {
    var written =
        question.startsWith("{") ? question : "{id: it, type: " + question + ", label: Câu hỏi}";
    return TestForms.form(
        """
        pages:
          - id: all
            title: Tất cả
            questions:
              - %s
        """
            .formatted(written));
  }
}
