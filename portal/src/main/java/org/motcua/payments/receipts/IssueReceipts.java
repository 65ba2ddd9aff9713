package org.motcua.payments.receipts;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.documents.Certificate;
import org.motcua.documents.Certificates;
import org.motcua.documents.VerificationCode;
import org.motcua.payments.ReceiptIssued;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.Receipt;
import org.motcua.payments.model.ReceiptStore;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the receipts that are wanted: numbers them, prints and signs them, tells the payer, and has
 * verification say which no longer hold. Each step may run twice and be killed anywhere.
 */
@Service
class IssueReceipts {

  private static final Logger log = LoggerFactory.getLogger(IssueReceipts.class);

  private static final int BATCH = 100;

  /** Printed between two rests: few enough that whoever waits for a page does not notice. */
  private static final int PRINTED_AT_A_TIME = 20;

  private static final int BATCHES_A_RUN = 10;
  private static final String ACTOR = "system:payments";

  private final ReceiptStore receipts;
  private final PaymentStore payments;
  private final ReceiptPapers papers;
  private final ReceiptNotices notices;
  private final Certificates certificates;
  private final Messages messages;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final int atOnce;

  /** Where the last run stopped: what cannot be printed shall not keep the others waiting. */
  private @Nullable Receipt reached;

  IssueReceipts(
      ReceiptStore receipts,
      PaymentStore payments,
      ReceiptPapers papers,
      ReceiptNotices notices,
      Certificates certificates,
      Messages messages,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${motcua.payments.receipts.at-once}") int atOnce) {
    this.receipts = receipts;
    this.payments = payments;
    this.papers = papers;
    this.notices = notices;
    this.certificates = certificates;
    this.messages = messages;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
    this.atOnce = atOnce;
  }

  /**
   * A run of the job. Of many that wait it makes some and rests in between as long as it has
   * worked: receipts are awaited by nobody, pages are. What is left over has its turn in the next
   * run.
   */
  synchronized void issueSome() {
    number(BATCHES_A_RUN);
    try (var threads = Executors.newFixedThreadPool(atOnce)) {
      for (var batch = 0; batch < BATCHES_A_RUN && !isInterrupted(); batch++) {
        var from = System.nanoTime();
        reached = printAfter(reached, PRINTED_AT_A_TIME, threads);
        if (reached == null) break;
        rest(System.nanoTime() - from);
      }
    }
    withdrawAll();
  }

  private static void rest(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isInterrupted() {
    return Thread.currentThread().isInterrupted();
  }

  /** Everything that is wanted now, as fast as it goes. */
  void issueAll() {
    number(Integer.MAX_VALUE);
    try (var threads = Executors.newFixedThreadPool(atOnce)) {
      Receipt last = null;
      do {
        last = printAfter(last, BATCH, threads);
      } while (last != null && !isInterrupted());
    }
    withdrawAll();
  }

  private void number(int batches) {
    for (var turn = 0; turn < batches; turn++) {
      var batch = receipts.listToNumber(BATCH);
      var numbered = batch.stream().filter(this::isNumbered).count();
      if (numbered < BATCH) return; // done; or one stands in the way, and waits for the next time
    }
  }

  private boolean isNumbered(UUID id) {
    return tried("number", id, () -> number(id));
  }

  /** Number and receipt come in one transaction: what is rolled back leaves no gap. */
  void number(UUID id) {
    transaction.executeWithoutResult(
        status ->
            receipts
                .findForUpdate(id)
                .filter(receipt -> receipt.numbered() == null)
                .ifPresent(this::number));
  }

  private void number(Receipt receipt) {
    var now = clock.instant();
    var payment = paymentOf(receipt);
    receipts.number(receipt, Series.of(papers.issuer(payment).id(), payment.purpose(), now), now);
  }

  /**
   * Side by side, but not so many that payers have to wait for it.
   *
   * @return the last of them; null where there are no more
   */
  private @Nullable Receipt printAfter(@Nullable Receipt last, int most, ExecutorService threads) {
    var batch = receipts.listToPrint(last, most);
    var prints =
        batch.stream()
            .<Callable<Boolean>>map(
                receipt -> () -> tried("print", receipt.id(), () -> print(receipt)))
            .toList();
    try {
      threads.invokeAll(prints);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return batch.isEmpty() ? null : batch.getLast();
  }

  private void print(Receipt receipt) {
    var certificate = certificates.issue(papers.order(receipt, paymentOf(receipt)));
    transaction.executeWithoutResult(status -> finish(receipt.id(), certificate));
  }

  private void finish(UUID id, Certificate certificate) {
    var receipt = receipts.findForUpdate(id).orElseThrow();
    if (receipt.certificate() != null) return;
    receipts.printed(receipt, certificate.code().value());
    var former = former(receipt);
    if (former != null) {
      certificates.replace(
          new VerificationCode(former), certificate.code(), both("replaced"), ACTOR);
    }
    if (receipt.annulled() != null) return;
    var payment = paymentOf(receipt);
    notices.issued(payment, receipt, certificate.document(), former != null);
    events.publishEvent(
        new ReceiptIssued(
            payment.id(),
            payment.reference(),
            payment.askedBy(),
            payment.payer().account(),
            certificate.code().toString(),
            former == null ? null : new VerificationCode(former).toString(),
            clock.instant()));
  }

  private @Nullable String former(Receipt receipt) {
    var replaced = receipt.replaces();
    return replaced == null ? null : receipts.find(replaced).orElseThrow().certificate();
  }

  private void withdrawAll() {
    for (var receipt : receipts.listToWithdraw(BATCH)) {
      tried("withdraw", receipt.id(), () -> withdraw(receipt));
    }
  }

  private void withdraw(Receipt receipt) {
    var why = requireNonNull(receipt.annulled()).why();
    var code = new VerificationCode(requireNonNull(receipt.certificate()));
    transaction.executeWithoutResult(
        status -> {
          certificates.revoke(code, both("annulled." + why), ACTOR);
          receipts.withdrawn(receipt, clock.instant());
        });
  }

  private Bilingual both(String why) {
    var key = "payments.receipt." + why;
    return new Bilingual(
        messages.text(Language.VIETNAMESE, key), messages.text(Language.ENGLISH, key));
  }

  private Payment paymentOf(Receipt receipt) {
    return payments.find(receipt.payment()).orElseThrow();
  }

  /** One that cannot be made shall not keep the others waiting; it has its turn again. */
  private static boolean tried(String what, UUID id, Runnable step) {
    try {
      step.run();
      return true;
    } catch (RuntimeException e) {
      log.error("Could not {} receipt {}; it is tried again", what, id, e);
      return false;
    }
  }
}
