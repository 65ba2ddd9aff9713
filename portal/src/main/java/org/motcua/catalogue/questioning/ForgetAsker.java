package org.motcua.catalogue.questioning;

import org.motcua.catalogue.questioning.model.PublishedStore;
import org.motcua.catalogue.questioning.model.QuestionStore;
import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountReclaimed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Questions and voices of somebody who has left: the answers stay everybody's, he is forgotten. */
@Component
class ForgetAsker {

  private final QuestionStore questions;
  private final PublishedStore published;
  private final Visitors visitors;

  ForgetAsker(QuestionStore questions, PublishedStore published, Visitors visitors) {
    this.questions = questions;
    this.published = published;
    this.visitors = visitors;
  }

  @ApplicationModuleListener
  void on(AccountClosed closed) {
    questions.forgetAsker(closed.account());
    published.forgetVoter(visitors.of(closed.account()));
  }

  /** Whoever asked still reads the answer under the address he was given. */
  @ApplicationModuleListener
  void on(AccountReclaimed reclaimed) {
    reclaimed.othersSince().ifPresent(since -> questions.disown(reclaimed.account(), since));
  }
}
