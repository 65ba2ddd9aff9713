package org.motcua.exchange.electricity;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.Handover;
import org.motcua.dossiers.OutsideHandling;
import org.motcua.dossiers.OutsideStep;
import org.motcua.platform.calling.OutOfOrder;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands a submitted dossier to the company. May run twice, and be killed anywhere. */
@Service
class HandOver {

  private final OutsideHandling outside;
  private final Documents documents;
  private final ElectricityCompany company;
  private final PowerRequests requests;
  private final TransactionTemplate transaction;
  private final Messages messages;
  private final Clock clock;
  private final URI followAt;
  private final Duration interval;

  HandOver(
      OutsideHandling outside,
      Documents documents,
      ElectricityCompany company,
      PowerRequests requests,
      TransactionTemplate transaction,
      Messages messages,
      Clock clock,
      @Value("${motcua.exchange.electricity.follow-url}") URI followAt,
      @Value("${motcua.exchange.electricity.interval}") Duration interval) {
    this.outside = outside;
    this.documents = documents;
    this.company = company;
    this.requests = requests;
    this.transaction = transaction;
    this.messages = messages;
    this.clock = clock;
    this.followAt = followAt;
    this.interval = interval;
  }

  /**
   * The code is kept as soon as the company has told it; then follow the papers that it lacks.
   *
   * @throws OutOfOrder when it has to be done again
   */
  void handOver(DossierId id) {
    var found = outside.find(id);
    if (found.isEmpty()) return;
    var handover = found.get();
    var byHash = new HashMap<String, DocumentId>();
    var receipt = company.take(application(handover, byHash));
    transaction.executeWithoutResult(status -> keep(handover, receipt.documentCode()));
    sendPapers(receipt, byHash);
  }

  private Application application(Handover handover, Map<String, DocumentId> byHash) {
    var papers =
        handover.papers().stream()
            .map(
                paper -> {
                  var stored = documents.get(paper.document());
                  byHash.put(stored.sha256(), stored.id());
                  return Application.Paper.of(paper.kind(), stored);
                })
            .toList();
    return Application.of(handover, papers);
  }

  private void keep(Handover handover, String documentCode) {
    var now = clock.instant();
    var request =
        new PowerRequest(handover.id(), handover.code().value(), documentCode, Stage.RECEIVED);
    requests.add(request, now, now.plus(interval));
    outside.accept(
        handover.id(),
        documentCode,
        followAt,
        new OutsideStep(
            Stage.RECEIVED.name(),
            now,
            messages.text(Language.VIETNAMESE, "exchange.electricity.received"),
            messages.text(Language.ENGLISH, "exchange.electricity.received"),
            null));
  }

  private void sendPapers(Answer.Receipt receipt, Map<String, DocumentId> byHash) {
    for (var sha256 : knownAmong(receipt.missingPapers(), byHash)) {
      var document = Objects.requireNonNull(byHash.get(sha256));
      company.take(receipt.documentCode(), sha256, documents.open(document));
    }
  }

  private static List<String> knownAmong(List<String> wanted, Map<String, DocumentId> byHash) {
    return wanted.stream().filter(byHash::containsKey).distinct().toList();
  }
}
