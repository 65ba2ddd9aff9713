package org.motcua.catalogue.questioning.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.QuestionState.Answered;
import org.motcua.catalogue.questioning.model.QuestionState.Asked;
import org.motcua.catalogue.questioning.model.QuestionState.Published;
import org.motcua.catalogue.questioning.model.QuestionState.Refused;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.UnitCode;

/**
 * One question, from asking to the published answer.
 *
 * @param procedure null for a general question
 * @param agency whose desk it lies on
 * @param dueAt by when law wants an answer; forwarding gives no new time
 * @param revision how often it was changed: whoever saves over a newer one is told first
 */
public record Question(
    QuestionId id,
    @Nullable ProcedureCode procedure,
    AgencyId agency,
    Asking asking,
    QuestionState state,
    Instant dueAt,
    Revision revision) {

  /**
   * How it was asked; it stays as it is, whatever officers make of the text.
   *
   * @param province where whoever asked lives, if told
   * @param asker null for somebody without an account
   * @param contact sealed
   */
  public record Asking(
      String text,
      Instant at,
      @Nullable UnitCode province,
      @Nullable AccountId asker,
      byte @Nullable [] contact) {}

  /**
   * @param by null for what the portal did itself
   */
  public record Revision(int number, Instant at, @Nullable AccountId by) {
    Revision next(Instant at, AccountId by) {
      return new Revision(number + 1, at, by);
    }
  }

  public boolean allows(Act act) {
    return switch (state) {
      case Asked asked ->
          switch (act) {
            case WRITE, REFUSE, FORWARD -> true;
            case HAND_OVER, PUBLISH -> asked.draft() != null;
            case UNPUBLISH, REOPEN -> false;
          };
      case Answered answered ->
          switch (act) {
            case WRITE, PUBLISH, REFUSE, FORWARD -> true;
            case HAND_OVER, UNPUBLISH, REOPEN -> false;
          };
      case Published published ->
          switch (act) {
            case WRITE, UNPUBLISH -> true;
            case PUBLISH -> published.draft() != null;
            case HAND_OVER, REFUSE, REOPEN, FORWARD -> false;
          };
      case Refused refused -> act == Act.REOPEN;
    };
  }

  public boolean overdueAt(Instant now) {
    return state.name().open() && dueAt.isBefore(now);
  }

  /** The words on which an officer would go on writing. */
  public Texts workingTexts() {
    var draft = state.draft();
    if (draft != null) return draft.texts();
    return state instanceof Published published
        ? published.texts()
        : Texts.unanswered(asking.text());
  }

  public Question write(Texts texts, AccountId by, Instant at) {
    require(Act.WRITE);
    return switch (state) {
      case Asked asked -> changed(new Asked(written(asked.draft(), texts, by, at)), by, at);
      case Answered answered ->
          changed(new Answered(answered.draft().rewritten(texts, by, at)), by, at);
      case Published published ->
          changed(
              new Published(
                  published.texts(), published.at(), written(published.draft(), texts, by, at)),
              by,
              at);
      case Refused refused -> throw new IllegalStateException("Refused questions are not written");
    };
  }

  private static Draft written(@Nullable Draft before, Texts texts, AccountId by, Instant at) {
    return before == null ? Draft.begun(texts, by, at) : before.rewritten(texts, by, at);
  }

  public Question handOver(AccountId by, Instant at) {
    require(Act.HAND_OVER);
    return changed(new Answered(draft()), by, at);
  }

  public Question publish(AccountId by, Instant at) {
    require(Act.PUBLISH);
    return changed(new Published(draft().texts(), at, null), by, at);
  }

  /** What was read becomes a draft again, whose writer is whoever took it back. */
  public Question unpublish(AccountId by, Instant at) {
    require(Act.UNPUBLISH);
    var draft = state.draft() == null ? Draft.begun(workingTexts(), by, at) : draft();
    return changed(new Answered(draft), by, at);
  }

  public Question refuse(String reason, AccountId by, Instant at) {
    require(Act.REFUSE);
    return changed(new Refused(reason, state.draft()), by, at);
  }

  public Question reopen(AccountId by, Instant at) {
    require(Act.REOPEN);
    return changed(new Asked(state.draft()), by, at);
  }

  /** What has been written goes along. */
  public Question forward(AgencyId to, AccountId by, Instant at) {
    require(Act.FORWARD);
    return new Question(
        id, procedure, to, asking, new Asked(state.draft()), dueAt, revision.next(at, by));
  }

  private Draft draft() {
    var draft = state.draft();
    if (draft == null) throw new IllegalStateException("Nothing has been written");
    return draft;
  }

  private void require(Act act) {
    if (!allows(act)) throw new IllegalStateException(act + " of a question " + state.name());
  }

  private Question changed(QuestionState next, AccountId by, Instant at) {
    return new Question(id, procedure, agency, asking, next, dueAt, revision.next(at, by));
  }
}
