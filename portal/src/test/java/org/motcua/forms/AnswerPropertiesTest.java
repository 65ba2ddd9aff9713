package org.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.forms.TestForms.TODAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motcua.forms.PageOutcome.Accepted;
import org.motcua.forms.PageOutcome.Faulty;
import org.motcua.forms.PageOutcome.MoreToAsk;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What holds whatever people type, into every form there is. */
class AnswerPropertiesTest {

  private static final int TRIES = 300;

  private static final List<String> TYPED =
      List.of(
          "",
          " ",
          "0",
          "1",
          "7",
          "12",
          "31",
          "1990",
          "2020",
          "-5",
          "4.680.000 đ",
          "Nguyễn Thị Mai",
          "mai@example.vn",
          "0912 000 001",
          "022190001234",
          "101234567",
          "0100109106",
          "14A-123.45",
          "true",
          "false",
          "22",
          "193",
          "06697",
          "06673",
          "48",
          "20194",
          "970436",
          "đường\u200b số 5",
          "x".repeat(250),
          "\r\n\r\n\r\na",
          "<b>",
          "facility",
          "mother",
          "father",
          "marriage",
          "vietnam",
          "01",
          "other",
          "rice",
          "fish",
          "male");

  private final Forms forms = TestForms.forms();

  static Stream<FormDefinition> everyForm() throws IOException {
    try (var shipped = Files.list(Path.of("../eservices"));
        var tests = Files.list(Path.of("src/test/resources/eservices"))) {
      return Stream.concat(shipped, tests)
          .map(folder -> folder.resolve("form.yaml"))
          .filter(Files::exists)
          .map(AnswerPropertiesTest::form)
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void whatIsTakenOnceIsTakenAgainUnchanged(FormDefinition form) {
    everyTry(
        form,
        (page, answers) -> {
          var again = answersOf(check(form, page, TestForms.typed(page, answers), answers));
          assertThat(again).isEqualTo(answers);
        });
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void answersGoThroughTheDatabaseUnchanged(FormDefinition form) {
    everyTry(
        form, (page, answers) -> assertThat(Answers.fromJson(answers.toJson())).isEqualTo(answers));
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void whatIsNotAskedGoesAndGoesOnce(FormDefinition form) {
    everyTry(
        form,
        (page, answers) -> {
          var kept = form.withoutUnasked(answers, TODAY.today());
          var situation = form.situation(kept, TODAY.today());
          assertThat(form.questions())
              .filteredOn(question -> kept.has(question.id()))
              .allMatch(situation::asks);
          assertThat(form.withoutUnasked(kept, TODAY.today())).isEqualTo(kept);
        });
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void everyFaultIsOfAQuestionThatIsAskedAndCanBeShown(FormDefinition form) {
    everyTry(
        form,
        (page, answers) -> {
          var situation = form.situation(answers, TODAY.today());
          var faults = forms.checkAll(form, answers, TODAY);
          assertThat(faults)
              .allSatisfy(
                  fault -> {
                    assertThat(fault.text()).isNotBlank();
                    assertThat(situation.asks(form.findQuestion(fault.questionId()).orElseThrow()))
                        .isTrue();
                  });
          assertThat(forms.summary(form, answers, TODAY).sections()).isNotNull();
          assertThat(forms.ask(form, page, answers, faults, Prefill.none(), TODAY).questions())
              .isNotNull();
        });
  }

  private interface Property {
    void holds(FormPage page, Answers answers);
  }

  /** Pages are sent in any order, with anything in them; the seed tells which try failed. */
  private void everyTry(FormDefinition form, Property property) {
    for (var seed = 0; seed < TRIES; seed++) {
      var random = new Random(seed);
      var answers = Answers.none();
      for (var sent = 0; sent < 4; sent++) {
        var page = form.pages().get(random.nextInt(form.pages().size()));
        answers = answersOf(check(form, page, anything(page, random), answers));
        var now = answers;
        assertThat(List.of(seed))
            .as("seed %d, page %s", seed, page.id())
            .allSatisfy(each -> property.holds(page, now));
      }
    }
  }

  private PageOutcome check(
      FormDefinition form, FormPage page, MultiValueMap<String, String> typed, Answers before) {
    return forms.check(form, page, typed, before, TODAY);
  }

  private static Answers answersOf(PageOutcome outcome) {
    return switch (outcome) {
      case Accepted accepted -> accepted.answers();
      case Faulty faulty -> faulty.answers();
      case MoreToAsk more -> more.answers();
    };
  }

  private static MultiValueMap<String, String> anything(FormPage page, Random random) {
    var typed = new LinkedMultiValueMap<String, String>();
    for (var question : page.questions()) {
      for (var name : Fields.names(question.type())) {
        var values = question.type() instanceof QuestionType.SeveralOf ? 2 : 1;
        for (var n = 0; n < values; n++) {
          typed.add(Fields.inputName(question, name), value(question, random));
        }
      }
    }
    return typed;
  }

  /** Half of the time what a choice offers, else anything. */
  private static String value(Question question, Random random) {
    if (question.type() instanceof QuestionType.Choosing choosing && random.nextBoolean()) {
      return choosing.choices().get(random.nextInt(choosing.choices().size())).value();
    }
    return TYPED.get(random.nextInt(TYPED.size()));
  }

  private static FormDefinition form(Path file) {
    try {
      return TestForms.form(Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
