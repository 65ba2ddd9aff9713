package org.motcua.exchange.electricity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.motcua.dossiers.OutsideHandling;
import org.motcua.dossiers.OutsideStep;
import org.motcua.platform.calling.OutOfOrder;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the company how far its open requests are, and moves our dossiers as it says. */
@Service
class FollowRequests {

  private static final Logger log = LoggerFactory.getLogger(FollowRequests.class);
  private static final int BATCH = 50;

  /** What is left over has its turn the next time, before those that had theirs now. */
  private static final int BATCHES = 20;

  private final PowerRequests requests;
  private final ElectricityCompany company;
  private final OutsideHandling outside;
  private final TransactionTemplate transaction;
  private final Messages messages;
  private final Clock clock;
  private final Duration interval;

  FollowRequests(
      PowerRequests requests,
      ElectricityCompany company,
      OutsideHandling outside,
      TransactionTemplate transaction,
      Messages messages,
      Clock clock,
      @Value("${motcua.exchange.electricity.interval}") Duration interval) {
    this.requests = requests;
    this.company = company;
    this.outside = outside;
    this.transaction = transaction;
    this.messages = messages;
    this.clock = clock;
    this.interval = interval;
  }

  void follow() {
    for (var batch = 0; batch < BATCHES; batch++) {
      var now = clock.instant();
      var turn = requests.takeTurn(now, now.plus(interval), BATCH);
      if (!turn.stream().allMatch(this::askAbout) || turn.size() < BATCH) return;
    }
  }

  /** False when the company is silent, and would be asked about the others in vain. */
  private boolean askAbout(PowerRequest request) {
    try {
      var history = company.historyOf(request.documentCode(), request.code());
      if (!isNews(history, request)) return true;
      transaction.executeWithoutResult(status -> take(history, request));
      return true;
    } catch (OutOfOrder e) {
      log.warn("No word of {}: {}", request.documentCode(), e.getMessage());
      return !e.isSilent();
    }
  }

  private static boolean isNews(List<OutsideStep> history, PowerRequest request) {
    return !history.getLast().stage().equals(request.stage().name());
  }

  private void take(List<OutsideStep> history, PowerRequest request) {
    history.forEach(step -> take(step, request));
    requests.cameTo(Stage.valueOf(history.getLast().stage()), request.dossier());
  }

  private void take(OutsideStep step, PowerRequest request) {
    switch (Stage.valueOf(step.stage())) {
      case RECEIVED -> {} // That it was taken we knew from its receipt.
      case SURVEYED, OFFERED, CONTRACTED -> outside.step(request.dossier(), step);
      case ENERGISED -> outside.finish(request.dossier(), step);
      case REFUSED -> outside.refuse(request.dossier(), step, reason(step));
    }
  }

  private String reason(OutsideStep step) {
    return step.note() != null
        ? step.note()
        : messages.text(Language.VIETNAMESE, "exchange.electricity.no_reason");
  }
}
