package org.motcua.catalogue.questioning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.Question.Asking;
import org.motcua.catalogue.questioning.model.Question.Revision;
import org.motcua.catalogue.questioning.model.QuestionState.Answered;
import org.motcua.catalogue.questioning.model.QuestionState.Asked;
import org.motcua.catalogue.questioning.model.QuestionState.Name;
import org.motcua.catalogue.questioning.model.QuestionState.Published;
import org.motcua.catalogue.questioning.model.QuestionState.Refused;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.web.Language;

class QuestionTest {

  private static final AccountId LINH = new AccountId(new UUID(0, 1));
  private static final AccountId DUNG = new AccountId(new UUID(0, 2));
  private static final AgencyId JUSTICE = new AgencyId("000.00.00.G15");
  private static final AgencyId POLICE = new AgencyId("000.00.00.G01");
  private static final Instant MONDAY = Instant.parse("2020-12-07T03:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2020-12-08T03:00:00Z");

  private static final Texts FIRST = texts("Trong 60 ngày.");
  private static final Texts SECOND = texts("Trong 60 ngày kể từ ngày sinh.");

  @Test
  void goesFromAskedOverAnsweredToPublished() {
    var written = asked().write(FIRST, LINH, MONDAY);
    assertThat(written.state()).isInstanceOf(Asked.class);

    var answered = written.handOver(LINH, MONDAY);
    assertThat(answered.state()).isInstanceOf(Answered.class);

    var published = answered.publish(DUNG, TUESDAY);
    assertThat(published.state()).isEqualTo(new Published(FIRST, TUESDAY, null));
    assertThat(published.revision()).isEqualTo(new Revision(4, TUESDAY, DUNG));
  }

  @Test
  void eachStateAllowsItsActsAndNoOthers() {
    assertThat(actsOf(asked())).containsExactlyInAnyOrder(Act.WRITE, Act.REFUSE, Act.FORWARD);
    assertThat(actsOf(asked().write(FIRST, LINH, MONDAY)))
        .containsExactlyInAnyOrder(Act.WRITE, Act.HAND_OVER, Act.PUBLISH, Act.REFUSE, Act.FORWARD);
    assertThat(actsOf(answered()))
        .containsExactlyInAnyOrder(Act.WRITE, Act.PUBLISH, Act.REFUSE, Act.FORWARD);
    assertThat(actsOf(published())).containsExactlyInAnyOrder(Act.WRITE, Act.UNPUBLISH);
    assertThat(actsOf(published().write(SECOND, LINH, TUESDAY)))
        .containsExactlyInAnyOrder(Act.WRITE, Act.PUBLISH, Act.UNPUBLISH);
    assertThat(actsOf(asked().refuse("Ngoài phạm vi", LINH, MONDAY))).containsExactly(Act.REOPEN);
  }

  @Test
  void whatIsNotAllowedIsNotDone() {
    assertThatIllegalStateException().isThrownBy(() -> asked().publish(DUNG, MONDAY));
    assertThatIllegalStateException().isThrownBy(() -> published().refuse("-", LINH, MONDAY));
    assertThatIllegalStateException().isThrownBy(() -> answered().unpublish(LINH, MONDAY));
  }

  @Test
  void remembersEverybodyWhoChangedAWord() {
    var alone = asked().write(FIRST, LINH, MONDAY);
    assertThat(draft(alone).writtenAloneBy(LINH)).isTrue();
    assertThat(draft(alone.write(FIRST, DUNG, TUESDAY)).writers()).containsExactly(LINH);

    var together = draft(alone.write(SECOND, DUNG, TUESDAY));
    assertThat(together.writers()).isEqualTo(Set.of(LINH, DUNG));
    assertThat(together.writtenAloneBy(DUNG)).isFalse();
    assertThat(together.by()).isEqualTo(DUNG);
  }

  @Test
  void aPublishedTextIsReadUntilTheNextOneIsPublished() {
    var rewritten = published().write(SECOND, LINH, TUESDAY);

    assertThat(((Published) rewritten.state()).texts()).isEqualTo(FIRST);
    assertThat(rewritten.workingTexts()).isEqualTo(SECOND);
    assertThat(rewritten.publish(DUNG, TUESDAY).state())
        .isEqualTo(new Published(SECOND, TUESDAY, null));
  }

  @Test
  void whatIsTakenBackWaitsToBePublishedAgain() {
    var takenBack = published().unpublish(DUNG, TUESDAY);

    assertThat(takenBack.state()).isInstanceOf(Answered.class);
    assertThat(takenBack.workingTexts()).isEqualTo(FIRST);
  }

  @Test
  void aRefusedQuestionOpensAgainWithWhatHadBeenWritten() {
    var refused = asked().write(FIRST, LINH, MONDAY).refuse("Đã có câu trả lời", DUNG, TUESDAY);

    assertThat(refused.state()).isInstanceOf(Refused.class);
    assertThat(refused.reopen(LINH, TUESDAY).workingTexts()).isEqualTo(FIRST);
  }

  @Test
  void forwardingTakesTheTextAlongAndGivesNoNewTime() {
    var forwarded = answered().forward(POLICE, LINH, TUESDAY);

    assertThat(forwarded.agency()).isEqualTo(POLICE);
    assertThat(forwarded.state().name()).isEqualTo(Name.ASKED);
    assertThat(forwarded.workingTexts()).isEqualTo(FIRST);
    assertThat(forwarded.dueAt()).isEqualTo(asked().dueAt());
  }

  @Test
  void onlyAnOpenQuestionIsLate() {
    var due = asked().dueAt();
    assertThat(asked().overdueAt(due)).isFalse();
    assertThat(asked().overdueAt(due.plusSeconds(1))).isTrue();
    assertThat(published().overdueAt(due.plusSeconds(1))).isFalse();
  }

  @Test
  void englishIsShownWhereBothHalvesOfItAreThere() {
    var half = new Texts("Hỏi", "Đáp", "Question", " ", false);
    assertThat(half.inEnglish()).isFalse();
    assertThat(half.halfEnglish()).isTrue();
    assertThat(half.question(Language.ENGLISH)).isEqualTo("Hỏi");
  }

  private static Question asked() {
    return new Question(
        new QuestionId(new UUID(7, 7)),
        new ProcedureCode("1.001193"),
        JUSTICE,
        new Asking("Bao lâu thì phải khai sinh?", MONDAY, null, null, null),
        new Asked(null),
        MONDAY.plusSeconds(1000),
        new Revision(1, MONDAY, null));
  }

  private static Question answered() {
    return asked().write(FIRST, LINH, MONDAY).handOver(LINH, MONDAY);
  }

  private static Question published() {
    return answered().publish(DUNG, MONDAY);
  }

  private static Draft draft(Question question) {
    return Objects.requireNonNull(question.state().draft());
  }

  private static Set<Act> actsOf(Question question) {
    var acts = EnumSet.allOf(Act.class);
    acts.removeIf(act -> !question.allows(act));
    return acts;
  }

  private static Texts texts(String answer) {
    return new Texts("Bao lâu thì phải khai sinh?", answer, null, null, false);
  }
}
