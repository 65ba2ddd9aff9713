package org.motcua.catalogue.questioning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.QuestionStore;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.springframework.stereotype.Component;

/** Hands people the questions they have asked. */
@Component
class HeldQuestions implements DataHolder {

  private static final int PAGE = 200;

  private final QuestionStore questions;

  HeldQuestions(QuestionStore questions) {
    this.questions = questions;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    var all = new ArrayList<Map<String, ?>>();
    List<Question> page;
    @Nullable QuestionId last = null;
    do {
      page = questions.listOf(person, last, PAGE);
      page.forEach(question -> all.add(facts(question)));
      if (!page.isEmpty()) last = page.getLast().id();
    } while (page.size() == PAGE);
    parcel.put("catalogue.question", all.stream());
  }

  private static Map<String, ?> facts(Question question) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("askedAt", question.asking().at());
    facts.put("text", question.asking().text());
    facts.put("agency", question.agency().value());
    var procedure = question.procedure();
    if (procedure != null) facts.put("procedure", procedure.value());
    return facts;
  }
}
