package org.motcua.catalogue.questioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.PublishedStore;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.Question.Asking;
import org.motcua.catalogue.questioning.model.Question.Revision;
import org.motcua.catalogue.questioning.model.QuestionState;
import org.motcua.catalogue.questioning.model.QuestionState.Asked;
import org.motcua.catalogue.questioning.model.QuestionState.Published;
import org.motcua.catalogue.questioning.model.Texts;
import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountReclaimed;
import org.motcua.identity.AccountReclaimed.Formerly;
import org.motcua.identity.model.AccountStore;
import org.motcua.testing.Residents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

class ForgetAskerTests extends QuestionsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Texts ANSWERED =
      new Texts("Câu đã sửa cho mọi người?", "Câu trả lời.", null, null, false);

  @Autowired AccountStore accounts;
  @Autowired PublishedStore published;
  @Autowired Visitors visitors;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  @Test
  void whatNobodyHasReadGoesAndWhatEverybodyReadsStaysWithoutWhoAsked() {
    var asker = Residents.withCitizenId(accounts).id();
    var waiting = ask(asker, new Asked(null));
    var answered = ask(asker, new Published(ANSWERED, Instant.now(), null));
    published.vote(answered, visitors.of(asker), true);

    tell(new AccountClosed(asker, Instant.now()));
    await().atMost(PATIENCE).until(() -> store.find(waiting).isEmpty());
    var asking = store.find(answered).orElseThrow().asking();
    assertThat(asking.asker()).isNull();
    assertThat(asking.contact()).isNull();
    assertThat(asking.text()).isEqualTo(ANSWERED.question());
    assertThat(published.find(answered).orElseThrow().helpful()).isOne();
    assertThat(published.votesOf(visitors.of(asker))).isEmpty();
  }

  @Test
  void whoGetsBackAnAccountReadsNoQuestionsOfAnother() {
    var holder = Residents.withCitizenId(accounts).id();
    var others = ask(holder, new Asked(null));
    tell(new AccountReclaimed(holder, Instant.EPOCH, Formerly.PERHAPS_ANOTHERS));
    await().atMost(PATIENCE).until(() -> store.listOf(holder, null, 10).isEmpty());
    assertThat(store.find(others)).as("whoever asked still waits for the answer").isPresent();
  }

  private QuestionId ask(AccountId asker, QuestionState state) {
    var now = Instant.now();
    var id = QuestionId.next();
    store.insert(
        new Question(
            id,
            null,
            JUSTICE,
            new Asking("Con tôi là Nguyễn Văn Kín, …", now, null, asker, new byte[] {1}),
            state,
            now,
            new Revision(1, now, null)),
        ReadKey.next().hash());
    return id;
  }

  private void tell(Object event) {
    transaction.executeWithoutResult(status -> events.publishEvent(event));
  }
}
