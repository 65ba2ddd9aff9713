package org.motcua.bills;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.motcua.bills.model.Asked;
import org.motcua.bills.model.AskedStore;
import org.motcua.bills.model.BillSource.Heard;
import org.motcua.notifications.Notice;
import org.motcua.notifications.NoticeKind;
import org.motcua.notifications.Notifications;
import org.motcua.payments.Refunds;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells a creditor what was paid and what went back. May run twice, and be killed anywhere: each
 * creditor knows a payment again by its reference.
 */
@Service
class TellCreditor {

  private static final String SYSTEM = "system:" + AskToPay.MODULE;

  private final AskedStore asked;
  private final LookUp lookUp;
  private final Refunds refunds;
  private final Notifications notifications;
  private final Messages messages;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TellCreditor(
      AskedStore asked,
      LookUp lookUp,
      Refunds refunds,
      Notifications notifications,
      Messages messages,
      TransactionTemplate transaction,
      Clock clock) {
    this.asked = asked;
    this.lookUp = lookUp;
    this.refunds = refunds;
    this.notifications = notifications;
    this.messages = messages;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @throws IllegalStateException when it has to be done again
   */
  void tell(UUID id) {
    asked
        .find(id)
        .filter(it -> it.settledAt() != null && it.heardAt() == null)
        .ifPresent(this::paid);
    asked
        .find(id)
        .filter(it -> it.heardAt() != null && it.givenBack() > it.givenBackTold())
        .ifPresent(this::givenBack);
  }

  private void paid(Asked about) {
    var source = lookUp.of(about.creditor());
    var reference = about.payment().value().toString();
    var confirmations = new ArrayList<String>();
    var paidBefore = 0L;
    for (var part : about.parts()) {
      var heard =
          source.paid(
              about.creditor(),
              about.enquiry().number(),
              part.id(),
              reference,
              part.dong(),
              about.facts());
      switch (heard) {
        case Heard.Taken(String confirmation) -> confirmations.add(confirmation);
        case Heard.PaidBefore(String confirmation) -> paidBefore += part.dong();
      }
    }
    keep(about, confirmations, paidBefore);
  }

  private void keep(Asked about, List<String> confirmations, long paidBefore) {
    transaction.executeWithoutResult(
        status -> {
          asked.heard(about.id(), String.join(", ", confirmations), paidBefore, clock.instant());
          if (paidBefore > 0) {
            refunds.order(
                about.reference(), paidBefore, "PAID_BEFORE", SYSTEM, "bills:" + about.id());
          }
          notify(about, paidBefore);
        });
  }

  private void notify(Asked about, long paidBefore) {
    var account = about.account();
    if (account == null) return;
    notifications.sendOnce(
        "bills:" + about.id(),
        account,
        language ->
            new Notice(
                paidBefore > 0 ? "bills.notice.paid_before" : "bills.notice.heard",
                List.of(
                    messages.text(language, about.creditor().key() + ".creditor"),
                    language == Language.VIETNAMESE
                        ? about.title().vietnamese()
                        : about.title().english()),
                about.address(),
                NoticeKind.OTHER));
  }

  /**
   * Part by part, from the first: the creditor hears how much of each has gone back in all. It
   * never had what others had paid before.
   */
  private void givenBack(Asked about) {
    var source = lookUp.of(about.creditor());
    var reference = about.payment().value().toString();
    var left = about.givenBack() - about.paidBefore();
    for (var part : about.parts()) {
      var dong = Math.min(left, part.dong());
      if (dong == 0) break;
      source.givenBack(about.creditor(), about.enquiry().number(), part.id(), reference, dong);
      left -= dong;
    }
    asked.toldOfGivenBack(about.id(), about.givenBack());
  }
}
