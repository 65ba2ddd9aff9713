package org.motcua.catalogue.questioning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.AskOutcome.AlikeExist;
import org.motcua.catalogue.questioning.AskOutcome.Asked;
import org.motcua.catalogue.questioning.AskOutcome.TooMany;
import org.motcua.catalogue.questioning.model.HistoryEntry;
import org.motcua.catalogue.questioning.model.HistoryEntry.Event;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.Question.Asking;
import org.motcua.catalogue.questioning.model.Question.Revision;
import org.motcua.catalogue.questioning.model.QuestionState;
import org.motcua.catalogue.questioning.model.QuestionStore;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a question on the competent agency's desk; from then on the time for an answer runs. */
@Service
class AskQuestion {

  /** Many phones of one operator share an address. */
  private static final Limit BY_ADDRESS = new Limit(30, Duration.ofHours(1));

  private static final WorkingTime TIME_TO_ANSWER = WorkingTime.days(15);
  private static final int SIMILAR = 3;

  private final QuestionStore questions;
  private final SimilarQuestions similar;
  private final CompetentAgency competent;
  private final WorkingCalendar calendar;
  private final Contact.Envelope envelope;
  private final RateLimits limits;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AskQuestion(
      QuestionStore questions,
      SimilarQuestions similar,
      CompetentAgency competent,
      WorkingCalendar calendar,
      Contact.Envelope envelope,
      RateLimits limits,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.questions = questions;
    this.similar = similar;
    this.competent = competent;
    this.calendar = calendar;
    this.envelope = envelope;
    this.limits = limits;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  AskOutcome ask(Request request) {
    var earlier = questions.findByReadKey(request.key.hash());
    if (earlier.isPresent()) {
      // Somebody went back and wrote something else: that is another question.
      return earlier.get().asking().text().equals(request.text)
          ? new Asked(request.key)
          : ask(request.withKey(ReadKey.next()));
    }
    if (!request.hasSeenSimilar) {
      var code = request.procedure == null ? null : request.procedure.code();
      var alike = similar.to(request.text, code, SIMILAR);
      if (!alike.isEmpty()) return new AlikeExist(alike);
    }
    if (!limits.tryConsume("catalogue.ask:" + request.address, BY_ADDRESS)) return new TooMany();
    transaction.executeWithoutResult(status -> insert(request));
    return new Asked(request.key);
  }

  private void insert(Request request) {
    var now = clock.instant();
    var agency = competent.forQuestion(request.procedure, request.province);
    var question = question(request, agency, now);
    if (!questions.insert(question, request.key.hash())) return;
    questions.append(
        question.id(), new HistoryEntry(now, request.asker, Event.ASKED, agency, null, null));
    audit.record(
        request.asker == null ? "visitor" : "account:" + request.asker,
        "catalogue.question-asked",
        "question",
        question.id().toString(),
        Map.of(
            "agency", agency.value(), "procedure", Objects.toString(question.procedure(), "none")));
  }

  private Question question(Request request, AgencyId agency, Instant now) {
    return new Question(
        QuestionId.next(),
        request.procedure == null ? null : request.procedure.code(),
        agency,
        new Asking(
            request.text, now, request.province, request.asker, envelope.seal(request.contact)),
        new QuestionState.Asked(null),
        calendar.dueAt(now, TIME_TO_ANSWER, agency).dueAt(),
        new Revision(1, now, request.asker));
  }

  /**
   * @param address from which it comes, for the rate limit
   */
  record Request(
      ReadKey key,
      @Nullable Procedure procedure,
      String text,
      @Nullable UnitCode province,
      @Nullable AccountId asker,
      Contact contact,
      String address,
      boolean hasSeenSimilar) {

    Request withKey(ReadKey fresh) {
      return new Request(fresh, procedure, text, province, asker, contact, address, hasSeenSimilar);
    }
  }
}
