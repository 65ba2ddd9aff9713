package org.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.forms.TestForms.TODAY;
import static org.motcua.forms.TestForms.form;
import static org.motcua.forms.TestForms.problems;
import static org.motcua.forms.TestForms.submitted;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values that are known before they are asked for. */
class PrefillTest {

  private static final FormDefinition FORM =
      form(
          """
          pages:
            - id: who
              title: {vi: Ai, en: Who}
              questions:
                - {id: own, type: yes-no, label: {vi: Cho mình?, en: Own?}}
                - {id: name, type: person-name, label: {vi: Tên, en: Name}, prefill: account.name, prefillWhen: own, prefillLocked: true}
                - {id: born, type: date, label: {vi: Sinh, en: Born}, prefill: account.dateOfBirth}
                - {id: number, type: id-number, label: {vi: Số, en: Number}, digits: [12], prefill: account.citizenId}
            - id: house
              title: {vi: Hộ, en: House}
              questions:
                - id: members
                  type: table
                  max: 2
                  each: {vi: Người, en: Person}
                  label: {vi: Người, en: People}
                  prefill: household.members
                  columns:
                    - {id: name, type: person-name, label: {vi: Tên, en: Name}}
                    - {id: born, type: date, label: {vi: Sinh, en: Born}, optional: true}
                    - {id: job, type: text, label: {vi: Việc, en: Job}, optional: true}
          """);

  private static final FormPage WHO = FORM.firstPage();
  private static final FormPage HOUSE = FORM.pages().getLast();
  private static final Source SOURCE = new Source(Source.Kind.REGISTERED_PERSON, TODAY.today());
  private static final Known MAI = new Known("Nguyễn Thị Mai", SOURCE, true);

  private final Forms forms = TestForms.forms();

  @Test
  void onlyWhatWouldBeARightAnswerIsOffered() {
    var offers =
        forms.offers(
            WHO,
            Map.of(
                "account.name",
                new Known("M4i <b>", SOURCE, true),
                "account.dateOfBirth",
                new Known(LocalDate.of(1990, 3, 27), SOURCE, true),
                "account.citizenId",
                new Known("123456789", SOURCE, true)),
            TODAY);
    assertThat(offers.offers()).containsOnlyKeys("born");
    assertThat(offers.valueOf("born")).isEqualTo("1990-03-27");
  }

  @Test
  void whatIsLockedStandsWhateverIsSentWhereItsConditionHolds() {
    var known = forms.offers(WHO, Map.of("account.name", MAI), TODAY);
    assertThat(sent("true", known)).contains("Nguyễn Thị Mai");
    assertThat(sent("false", known)).contains("Trần Văn Hùng");
    assertThat(sent("true", Prefill.none())).contains("Trần Văn Hùng");
    var unverified =
        forms.offers(
            WHO, Map.of("account.name", new Known("Nguyễn Thị Mai", SOURCE, false)), TODAY);
    assertThat(sent("true", unverified)).contains("Trần Văn Hùng");
  }

  private Optional<String> sent(String own, Prefill known) {
    var typed = submitted("own", own, "name", "Trần Văn Hùng");
    return forms.typed(FORM, WHO, typed, Answers.none(), known, TODAY).answers().text("name");
  }

  @Test
  void whereAnAnswerIsFromIsToldUntilSomebodyChangesIt() {
    var known = forms.offers(WHO, Map.of("account.name", MAI), TODAY);
    var own = Answers.none().with("own", true).with("name", "Nguyễn Thị Mai");
    assertThat(known.standing(own).has("name")).isTrue();
    assertThat(known.standing(own.with("name", "Mây")).isEmpty()).isTrue();
    assertThat(forms.summary(FORM, own, known, TODAY).sections().getFirst().rows().get(1).source())
        .isEqualTo(SOURCE);
    assertThat(Prefill.fromJson(known.toJson())).isEqualTo(known);
    var page = forms.ask(FORM, WHO, own, List.of(), known, TODAY);
    assertThat(page.questions().get(1).locked()).isEqualTo("Nguyễn Thị Mai");
  }

  @Test
  void rowsTakeWhatTheirColumnsAskForAndNoMoreThanFit() {
    var person = Map.of("name", "Trần Gia Bảo", "born", "2018-05-04", "idNumber", "022318000123");
    var facts = Map.of(Facts.MEMBERS, new Known(List.of(person, person, person), SOURCE, true));
    var rows =
        Answers.none()
            .with("members", forms.offers(HOUSE, facts, TODAY).valueOf("members"))
            .rows("members");
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().answers())
        .isEqualTo(Answers.of(Map.of("row.name", "Trần Gia Bảo", "row.born", "2018-05-04")));
    assertThat(rows.getFirst().id()).isNotEqualTo(rows.getLast().id());
  }

  @Test
  void changesOfATableAreToldRowByRow() {
    var before =
        answers(row("a", "An", "thợ"), row("b", "Bình", "lái xe"), row("c", "Chi", "giáo viên"));
    var now = answers(row("a", "An", "thợ"), row("c", "Chi", "bác sĩ"), row("d", "Dũng", ""));
    var table =
        forms
            .changes(FORM, before, now, Prefill.none(), TODAY)
            .sections()
            .getLast()
            .tables()
            .getFirst();
    assertThat(table.changes())
        .extracting(Summary.RowChange::kind)
        .containsExactly(
            Summary.RowChange.Kind.SAME,
            Summary.RowChange.Kind.CHANGED,
            Summary.RowChange.Kind.ADDED,
            Summary.RowChange.Kind.REMOVED);
    assertThat(table.changes().get(1).cells().get(2))
        .isEqualTo(new Summary.Cell("giáo viên", "bác sĩ"));
    assertThat(table.changes().getLast().cells().getFirst())
        .isEqualTo(new Summary.Cell("Bình", ""));
    assertThat(forms.changes(FORM, before, before, Prefill.none(), TODAY).changed()).isZero();
  }

  private static Answers answers(TableRow... rows) {
    return Answers.none().withRows("members", List.of(rows));
  }

  private static TableRow row(String id, String name, String job) {
    var answers = Answers.none().with("row.name", name);
    return new TableRow(id, job.isEmpty() ? answers : answers.with("row.job", job));
  }

  @Test
  void namesOfWhatIsNotKnownAreToldWithTheirLine() {
    told("prefill: account.shoeSize", "nothing is known as 'account.shoeSize', expected account.");
    told("prefill: account.address", "'account.address' is an address, expected a question of");
    told("prefill: household.members", "'household.members' gives rows, expected a table");
    told("prefill: earlier.nowhere", "'nowhere' is neither this form's question nor a 'fact'");
    told("prefill: account.phone, prefillLocked: true", "nobody vouches for 'account.phone'");
    told("prefillLocked: true", "there is no 'prefill' that could be locked");
    told("fact: Home Phone", "'Home Phone' is no name");
    assertThat(problems(question("prefill: earlier.name"))).isEmpty();
    assertThat(problems(question("prefill: earlier.home.phone, fact: home.phone"))).isEmpty();
  }

  private static void told(String keys, String message) {
    assertThat(problems(question(keys)))
        .singleElement()
        .asString()
        .startsWith("form.yaml:5: ")
        .contains(message);
  }

  private static String question(String keys) {
    return """
    pages:
      - id: who
        title: {vi: Ai, en: Who}
        questions:
          - {id: name, type: text, label: {vi: Tên, en: Name}, %s}
    """
        .formatted(keys);
  }
}
