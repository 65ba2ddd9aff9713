package org.motcua.catalogue.questioning;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.Question.Asking;
import org.motcua.catalogue.questioning.model.Question.Revision;
import org.motcua.catalogue.questioning.model.QuestionState;
import org.motcua.catalogue.questioning.model.QuestionState.Asked;
import org.motcua.catalogue.questioning.model.QuestionState.Published;
import org.motcua.catalogue.questioning.model.QuestionStore;
import org.motcua.catalogue.questioning.model.Texts;
import org.motcua.organisation.AgencyId;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the tests of questions share: the portal, and questions to begin with. */
@SpringBootTest
@AutoConfigureMockMvc
abstract class QuestionsTest {

  static final String BIRTH = "1.001193";
  static final AgencyId JUSTICE = new AgencyId("000.00.00.G15");
  static final AgencyId QUANG_NINH = new AgencyId("000.00.00.H49");

  /** No limit of one test counts what another one does. */
  private static final AtomicInteger addresses = new AtomicInteger();

  @Autowired MockMvcTester mvc;
  @Autowired MockMvc plainMvc;
  @Autowired QuestionStore store;
  @Autowired Questions questions;

  Visitor visitor() {
    var number = addresses.incrementAndGet();
    return new Visitor(plainMvc).from("198.51.%d.%d".formatted(number / 250, number % 250 + 1));
  }

  QuestionId published(String procedure, String question, String answer) {
    return published(procedure, new Texts(question, answer, null, null, false));
  }

  QuestionId published(String procedure, Texts texts) {
    var now = Instant.now();
    return keep(procedure, JUSTICE, texts.question(), new Published(texts, now, null), now);
  }

  QuestionId asked(@Nullable String procedure, AgencyId agency, String text, Instant dueAt) {
    return keep(procedure, agency, text, new Asked(null), dueAt);
  }

  private QuestionId keep(
      @Nullable String procedure,
      AgencyId agency,
      String text,
      QuestionState state,
      Instant dueAt) {
    var now = Instant.now();
    var id = QuestionId.next();
    store.insert(
        new Question(
            id,
            procedure == null ? null : new ProcedureCode(procedure),
            agency,
            new Asking(text, now, null, null, null),
            state,
            dueAt,
            new Revision(1, now, null)),
        null);
    return id;
  }
}
