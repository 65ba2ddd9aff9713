package org.motcua.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.forms.TestForms.TODAY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motcua.forms.PageOutcome.Accepted;
import org.motcua.forms.PageOutcome.Faulty;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Two devices, or two people, on one page. */
class SeenTest {

  private static final FormDefinition FORM =
      TestForms.form(
          """
          pages:
            - id: all
              title: Tất cả
              questions:
                - {id: name, type: text, label: Tên}
                - {id: place, type: address, label: Nơi ở, street: false, optional: true}
                - {id: kinds, type: several-of, label: Loại, optional: true, choices: [{value: a, label: A}, {value: b, label: B}]}
          """);

  private final Forms forms = TestForms.forms();
  private final Answers first =
      Answers.of(Map.of("name", "Mai", "place", TestForms.HONG_HA, "kinds", List.of("a")));

  @Test
  void whatOnlyTheOtherHasChangedStays() {
    var mine = pageOf(first);
    mine.set("kinds", "b");
    var meanwhile = first.with("name", "Hoa");
    assertThat(sent(mine, meanwhile))
        .isEqualTo(new Accepted(meanwhile.with("kinds", List.of("b"))));
  }

  @Test
  void whatBothHaveChangedIsToldAndMineIsKeptWhenItComesAgain() {
    var mine = pageOf(first);
    mine.set("name", "Lan");
    var outcome = (Faulty) sent(mine, first.with("name", "Hoa"));
    assertThat(outcome.faults())
        .singleElement()
        .extracting(Fault::text)
        .asString()
        .contains("đổi ở nơi khác thành “Hoa”");
    assertThat(outcome.answers().text("name")).contains("Lan");
    assertThat(sent(pageOf(outcome.answers()), outcome.answers())).isInstanceOf(Accepted.class);
  }

  @Test
  void whatWasEmptiedElsewhereIsTold() {
    var mine = pageOf(first);
    mine.set("name", "Lan");
    assertThat(((Faulty) sent(mine, first.without("name"))).faults())
        .extracting(Fault::text)
        .anyMatch(text -> text.contains("vừa được xóa ở nơi khác"));
  }

  @Test
  void theSameChangeAtBothIsNone() {
    var mine = pageOf(first);
    mine.set("name", "Hoa");
    assertThat(sent(mine, first.with("name", "Hoa"))).isInstanceOf(Accepted.class);
  }

  @Test
  void typingOnTakesWhatIsMineAndLeavesWhatIsContested() {
    var mine = pageOf(first);
    mine.set("name", "Lan");
    mine.remove("kinds");
    var typed =
        forms.typed(FORM, FORM.firstPage(), mine, first.with("name", "Hoa"), Prefill.none(), TODAY);
    assertThat(typed.answers()).isEqualTo(first.with("name", "Hoa").without("kinds"));
    assertThat(typed.changedElsewhere()).containsExactly("Tên");
    assertThat(typed.seen()).containsKeys("place", "kinds").doesNotContainKey("name");
  }

  @Test
  void whatWasSavedWhileTypingIsNoChangeOfAnother() {
    var mine = pageOf(Answers.none());
    mine.set("name", "M");
    var typed = forms.typed(FORM, FORM.firstPage(), mine, Answers.none(), Prefill.none(), TODAY);
    mine.set("name", "Mai");
    mine.put(
        Seen.NAME,
        typed.seen().entrySet().stream().map(it -> it.getKey() + ":" + it.getValue()).toList());
    assertThat(sent(mine, typed.answers()))
        .isEqualTo(new Accepted(Answers.of(Map.of("name", "Mai"))));
  }

  @Test
  void aPageThatTellsNothingIsTakenAsItIs() {
    var mine = pageOf(first);
    mine.remove(Seen.NAME);
    mine.set("name", "Lan");
    assertThat(sent(mine, first.with("name", "Hoa"))).isInstanceOf(Accepted.class);
  }

  private PageOutcome sent(MultiValueMap<String, String> page, Answers now) {
    return forms.check(FORM, FORM.firstPage(), page, now, TODAY);
  }

  /** As a browser would send it back that has been shown these answers. */
  private MultiValueMap<String, String> pageOf(Answers answers) {
    var page = new LinkedMultiValueMap<String, String>(TestForms.typed(FORM.firstPage(), answers));
    forms
        .ask(FORM, FORM.firstPage(), answers, List.of(), Prefill.none(), TODAY)
        .questions()
        .forEach(question -> page.add(Seen.NAME, question.id() + ":" + question.seen()));
    return page;
  }
}
