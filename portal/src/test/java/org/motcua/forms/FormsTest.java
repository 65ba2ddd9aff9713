package org.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.forms.TestForms.TODAY;
import static org.motcua.forms.TestForms.submitted;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.forms.PageOutcome.Accepted;
import org.motcua.forms.PageOutcome.Faulty;
import org.motcua.forms.PageOutcome.MoreToAsk;
import org.motcua.platform.web.ui.Choice;

class FormsTest {

  private static final FormDefinition FORM =
      TestForms.form(
          """
          computed:
            - {id: adult, type: yes-no, value: "years(person.born, today) >= 18"}
          pages:
            - id: person
              title: Người khai
              questions:
                - {id: person.name, type: person-name, label: Họ tên, prefill: account.name}
                - {id: person.born, type: date, label: Ngày sinh, prefill: account.dateOfBirth}
                - id: person.id
                  type: id-number
                  label: Số định danh
                  optional: true
                  checks:
                    - {that: "agreesWithBirth(person.id, person.born)", otherwise: Năm sinh không khớp}
                - {id: person.phone, type: phone, label: Điện thoại, optional: true}
            - id: home
              title: Nơi ở
              questions:
                - id: home.kind
                  type: one-of
                  label: Bạn ở đâu
                  choices: [{value: here, label: Trong nước}, {value: abroad, label: Nước ngoài}]
                - {id: home.address, type: address, label: Địa chỉ, when: home.kind == 'here'}
                - {id: home.country, type: text, label: Nước, when: "!(home.kind == 'here')"}
            - id: job
              title: Việc làm
              when: adult
              questions:
                - {id: job.name, type: text, label: Nghề, max: 10}
                - {id: job.hours, type: number, label: Số giờ, max: 48, optional: true}
          """);

  private final Forms forms = TestForms.forms();
  private final FormPage person = FORM.findPage("person").orElseThrow();
  private final FormPage home = FORM.findPage("home").orElseThrow();
  private final FormPage job = FORM.findPage("job").orElseThrow();

  @Test
  void answersAreTidiedAsTheyAreTaken() {
    var answers =
        accepted(
            person,
            Answers.none(),
            "person.name",
            "  Nguye\u0302\u0303n   Thị\u200b Mai ",
            "person.born.day",
            "１２",
            "person.born.month",
            "5",
            "person.born.year",
            "1990",
            "person.id",
            "022 190 001 234",
            "person.phone",
            "+84 912.000.001");
    assertThat(answers.values())
        .containsEntry("person.name", "Nguyễn Thị Mai")
        .containsEntry("person.born", "1990-05-12")
        .containsEntry("person.id", "022190001234")
        .containsEntry("person.phone", "0912000001");
  }

  @Test
  void nothingTypedIsLostAndEveryFaultLinksToItsInput() {
    var outcome =
        check(
            person,
            Answers.none().with("job.name", "Thợ"),
            "person.name",
            "Mai 2",
            "person.born.day",
            "31",
            "person.born.month",
            "2",
            "person.born.year",
            "20",
            "person.id",
            "12x");
    assertThat(outcome).isInstanceOf(Faulty.class);
    var faulty = (Faulty) outcome;
    assertThat(faulty.faults())
        .extracting(Fault::fieldId)
        .containsExactly("person.name", "person.born-year", "person.id");
    var shown = forms.ask(FORM, person, faulty.answers(), faulty.faults(), Prefill.none(), TODAY);
    assertThat(shown.questions().get(0).value()).isEqualTo("Mai 2");
    assertThat(shown.questions().get(1).date().day()).isEqualTo("31");
    assertThat(shown.questions().get(1).date().year()).isEqualTo("20");
    assertThat(shown.questions().get(2).value()).isEqualTo("12x");
    assertThat(faulty.answers().has("job.name")).isTrue();
  }

  @Test
  void whatWasTypedWronglyIsFoundAgainBeforeHandingIn() {
    var raw =
        Answers.none()
            .with("person.name", "Mai")
            .with("person.born", Map.of("day", "31", "month", "2", "year", "1990"))
            .with("home.kind", "abroad")
            .with("home.country", "Lào");
    assertThat(forms.checkAll(FORM, raw, TODAY))
        .extracting(Fault::pageId, Fault::questionId)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("person", "person.born"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "091200000a", "0000000000", "+84"})
  void whatIsNoPhoneNumberIsRefused(String typed) {
    assertThat(
            check(
                person,
                Answers.none(),
                "person.name",
                "Mai",
                "person.born.day",
                "1",
                "person.born.month",
                "1",
                "person.born.year",
                "1990",
                "person.phone",
                typed))
        .isInstanceOf(Faulty.class);
  }

  @ParameterizedTest
  @CsvSource({
    "022190001234, 1990-05-12, ''",
    "022188001234, 1990-05-12, Năm sinh không khớp",
    "123456789, 1990-05-12, ''",
    "000190001234, 1990-05-12, Ba chữ số đầu",
    "022399001234, 1990-05-12, Năm sinh ghi trong số giấy tờ",
    "0221900012345, 1990-05-12, bạn đã nhập 13 chữ số"
  })
  void theDigitsOfAnIdNumberMustFit(String number, LocalDate born, String fault) {
    var answers =
        Answers.none()
            .with("person.name", "Mai")
            .with("person.born", born)
            .with("person.id", number)
            .with("home.kind", "abroad")
            .with("home.country", "Lào")
            .with("job.name", "Thợ");
    var faults = forms.checkAll(FORM, answers, TODAY);
    if (fault.isEmpty()) assertThat(faults).isEmpty();
    else assertThat(faults).singleElement().extracting(Fault::text).asString().contains(fault);
  }

  @Test
  void aQuestionWhoseConditionNoLongerHoldsIsNotCheckedAndItsAnswerIsDropped() {
    var answers =
        Answers.none()
            .with("home.kind", "here")
            .with("home.country", "Lào")
            .with("person.name", "Mai");
    assertThat(FORM.withoutUnasked(answers, TODAY.today()).values())
        .containsOnlyKeys("home.kind", "person.name");
    assertThat(forms.summary(FORM, answers, TODAY).sections().get(1).rows())
        .extracting(Summary.Row::questionId)
        .containsExactly("home.kind", "home.address");
  }

  @Test
  void withoutJavaScriptTheQuestionsThatFollowFromAnAnswerAreAskedNext() {
    var outcome = check(home, Answers.none(), "home.kind", "abroad", "_shown", "home.kind");
    assertThat(outcome).isInstanceOf(MoreToAsk.class);
    var shown =
        forms.ask(FORM, home, ((MoreToAsk) outcome).answers(), List.of(), Prefill.none(), TODAY);
    assertThat(shown.questions())
        .filteredOn(AskedQuestion::shown)
        .extracting(AskedQuestion::id)
        .containsExactly("home.kind", "home.country");

    assertThat(
            check(
                home,
                Answers.none(),
                "home.kind",
                "abroad",
                "home.country",
                "Lào",
                "_shown",
                "home.kind",
                "_shown",
                "home.country"))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void withoutJavaScriptTheDistrictsOfAProvinceAreOfferedNext() {
    var outcome =
        check(
            home,
            Answers.none(),
            "home.kind",
            "here",
            "home.address.province",
            "22",
            "_update",
            "home.address");
    var answers = ((MoreToAsk) outcome).answers();
    var shown = forms.ask(FORM, home, answers, List.of(), Prefill.none(), TODAY);
    var units = Objects.requireNonNull(shown.questions().get(1).units());
    assertThat(units.districts()).extracting(Choice::value).containsExactly("193");
    assertThat(units.communes()).isEmpty();
  }

  @Test
  void anAddressMustBeOneOfThisCountrys() {
    assertThat(faultOf("province", "99")).isEqualTo("home.address");
    assertThat(faultOf("province", "31", "district", "193")).isEqualTo("home.address-district");
    assertThat(faultOf("province", "22", "district", "193", "commune", "20194"))
        .isEqualTo("home.address-commune");
    assertThat(faultOf("province", "31", "district", "318")).isEmpty();
    assertThat(faultOf("province", "48", "commune", "20194")).isEmpty();
    assertThat(faultOf("province", "22", "district", "193", "commune", "06697")).isEmpty();
  }

  @Test
  void pagesThatTheAnswersDoNotLeadToArePassedOver() {
    var child = Answers.none().with("person.born", "2020-01-01");
    var adult = Answers.none().with("person.born", "1990-01-01");
    assertThat(FORM.nextPage(home, child, TODAY.today())).isEmpty();
    assertThat(FORM.nextPage(home, adult, TODAY.today())).contains(job);
    assertThat(FORM.previousPage(job, adult, TODAY.today())).contains(home);
    assertThat(FORM.nextPage(home, Answers.none(), TODAY.today())).isEmpty();
  }

  @Test
  void whatTheAccountKnowsIsOfferedOnceAndStaysEmptyWhenEmptied() {
    var source = new Source(Source.Kind.ACCOUNT, TODAY.today());
    var account =
        forms.offers(
            person,
            Map.of(
                "account.name",
                new Known("Nguyễn Thị Mai", source, false),
                "account.dateOfBirth",
                new Known(LocalDate.of(1990, 5, 12), source, false)),
            TODAY);
    var fresh = forms.ask(FORM, person, Answers.none(), List.of(), account, TODAY);
    assertThat(fresh.questions().get(0).value()).isEqualTo("Nguyễn Thị Mai");
    assertThat(fresh.questions().get(0).prefilled()).isTrue();
    assertThat(fresh.questions().get(1).date().month()).isEqualTo("5");

    var emptied = Answers.none().with("person.born", "1990-05-12");
    assertThat(
            forms.ask(FORM, person, emptied, List.of(), account, TODAY).questions().get(0).value())
        .isEmpty();
  }

  @Test
  void answersAreToldAsPeopleReadThem() {
    var answers =
        Answers.none()
            .with("person.born", "1990-05-12")
            .with("home.kind", "here")
            .with("home.address", new Address("22", "193", "06697", "Số 5"));
    assertThat(forms.text(FORM, "person.born", answers, TODAY)).isEqualTo("12/05/1990");
    assertThat(forms.text(FORM, "home.kind", answers, TODAY)).isEqualTo("Trong nước");
    assertThat(forms.text(FORM, "home.address", answers, TODAY))
        .isEqualTo("Số 5, Phường Hồng Hà, Thành phố Hạ Long, Tỉnh Quảng Ninh");
    assertThat(forms.text(FORM, "adult", answers, TODAY)).isEqualTo("Có");
  }

  @Test
  void answersSurviveTheWayThroughJson() {
    var answers =
        Answers.none()
            .with("text", "“Hồng Hà” <b>")
            .with("number", 7)
            .with("yes", true)
            .with("date", LocalDate.of(2026, 11, 21))
            .with("place", new Address("22", "193", "06697", ""));
    assertThat(Answers.fromJson(answers.toJson())).isEqualTo(answers);
    assertThat(Answers.fromJson(answers.toJson()).date("date"))
        .contains(LocalDate.of(2026, 11, 21));
  }

  @Test
  void aConditionSaysTheSameInTheBrowserAsOnTheServer() {
    var shown = forms.ask(FORM, home, Answers.none(), List.of(), Prefill.none(), TODAY);
    assertThat(shown.questions().get(1).condition()).isEqualTo("[\"is\",\"home.kind\",\"here\"]");
    assertThat(shown.questions().get(2).condition())
        .isEqualTo("[\"not\",[\"is\",\"home.kind\",\"here\"]]");
    assertThat(shown.questions().stream().filter(AskedQuestion::shown)).hasSize(1);
  }

  @Test
  void whateverIsLeftOutNothingFallsOver() {
    var full =
        Answers.none()
            .with("person.name", "Mai")
            .with("person.born", "1990-05-12")
            .with("person.id", "022190001234")
            .with("home.kind", "here")
            .with("home.address", TestForms.HONG_HA)
            .with("job.name", "Thợ")
            .with("job.hours", 40);
    assertThat(forms.checkAll(FORM, full, TODAY)).isEmpty();
    var ids = List.copyOf(full.values().keySet());
    for (int leftOut = 1; leftOut < 1 << ids.size(); leftOut++) {
      var some = full;
      for (int i = 0; i < ids.size(); i++) {
        if ((leftOut & 1 << i) != 0) some = some.without(ids.get(i));
      }
      var asked = FORM.withoutUnasked(some, TODAY.today());
      assertThat(forms.checkAll(FORM, asked, TODAY))
          .as("%s", some)
          .isEqualTo(forms.checkAll(FORM, some, TODAY));
      assertThat(FORM.withoutUnasked(asked, TODAY.today())).isEqualTo(asked);
    }
  }

  private String faultOf(String... parts) {
    var typed = submitted("home.kind", "here");
    for (int i = 0; i < parts.length; i += 2) typed.add("home.address." + parts[i], parts[i + 1]);
    return switch (forms.check(FORM, home, typed, Answers.none(), TODAY)) {
      case Faulty faulty -> faulty.faults().getFirst().fieldId();
      case Accepted accepted -> "";
      case MoreToAsk more -> "more";
    };
  }

  private Answers accepted(FormPage page, Answers before, String... typed) {
    var outcome = check(page, before, typed);
    assertThat(outcome).isInstanceOf(Accepted.class);
    return ((Accepted) outcome).answers();
  }

  private PageOutcome check(FormPage page, Answers before, String... typed) {
    return forms.check(FORM, page, submitted(typed), before, TODAY);
  }
}
