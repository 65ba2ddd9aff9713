package org.motcua.catalogue.questioning;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.questioning.model.PublishedStore;
import org.motcua.catalogue.questioning.model.PublishedStore.Vote;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.QuestionStore;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Hands people the questions they have asked. */
@Component
class HeldQuestions implements DataHolder {

  private static final int PAGE = 200;

  private final QuestionStore questions;
  private final PublishedStore published;
  private final Visitors visitors;
  private final AskedViews views;
  private final Messages messages;

  HeldQuestions(
      QuestionStore questions,
      PublishedStore published,
      Visitors visitors,
      AskedViews views,
      Messages messages) {
    this.questions = questions;
    this.published = published;
    this.visitors = visitors;
    this.views = views;
    this.messages = messages;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    var language = parcel.language();
    parcel.put(
        "catalogue.question",
        DataHolder.all(
                PAGE,
                (@Nullable Question last) ->
                    questions.listOf(person, last == null ? null : last.id(), PAGE))
            .map(question -> facts(question, language)));
    parcel.put(
        "catalogue.vote",
        published.votesOf(visitors.of(person)).stream().map(vote -> facts(vote, language)));
  }

  private Map<String, ?> facts(Question question, Language language) {
    var view = views.of(question);
    var procedure = view.procedure();
    var state = question.state().name();
    return DataHolder.facts(
        "askedAt",
        question.asking().at(),
        "text",
        question.asking().text(),
        "agency",
        new Coded(question.agency().value(), view.agency()),
        "procedure",
        procedure == null ? null : new Coded(procedure.code().value(), procedure.name(language)),
        "state",
        new Coded(state.name(), messages.text(language, "catalogue.question.held.state." + state)));
  }

  private static Map<String, ?> facts(Vote vote, Language language) {
    return DataHolder.facts(
        "at", vote.at(),
        "question", vote.question().question(language),
        "helpful", vote.helpful());
  }
}
