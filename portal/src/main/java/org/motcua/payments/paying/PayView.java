package org.motcua.payments.paying;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.Fact;
import org.motcua.payments.Item;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentState;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStatus;
import org.motcua.payments.receipts.FactText;
import org.motcua.payments.receipts.ReceiptOnPage;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.SummaryRow;

/**
 * The payer's page.
 *
 * @param ways ids of those that are offered
 * @param underway the last try of which money may yet come
 * @param failed why the last try came to nothing, if it did: a name of {@code gateway.Failure}
 * @param brought the try that has paid it
 * @param refunds money that is on its way back, or there
 * @param receipt that proves that it is paid
 * @param awaited whether the payer has just come back and the page looks again by itself
 * @param outOfOrder the way that was chosen and cannot be used now
 */
public record PayView(
    Payment payment,
    Stage stage,
    List<String> ways,
    @Nullable Attempt underway,
    @Nullable String failed,
    @Nullable Attempt brought,
    List<Refund> refunds,
    ReceiptOnPage receipt,
    boolean awaited,
    @Nullable String outOfOrder) {

  /** Of what is known, in this order. */
  private static final List<Fact> TOLD =
      List.of(
          Fact.DOSSIER,
          Fact.AGENCY_NAME,
          Fact.DECISION,
          Fact.DECISION_DATE,
          Fact.DECISION_BY,
          Fact.OFFENDER,
          Fact.OFFENCE,
          Fact.OFFENCE_AT,
          Fact.OFFENCE_PLACE,
          Fact.CUSTOMER,
          Fact.PERIOD,
          Fact.TAX_CODE);

  static PayView of(
      Payment payment,
      List<String> ways,
      List<Attempt> attempts,
      List<Refund> refunds,
      ReceiptOnPage receipt,
      boolean awaited,
      @Nullable String outOfOrder) {
    var underway =
        attempts.stream().filter(it -> it.status().underway()).reduce((one, other) -> other);
    var stage = Stage.of(payment, underway.isPresent(), arrived(refunds));
    return new PayView(
        payment,
        stage,
        stage.payable() ? ways : List.of(),
        underway.orElse(null),
        attempts.isEmpty() ? null : attempts.getLast().problem(),
        attempts.stream().filter(it -> it.brought() != null).findFirst().orElse(null),
        refunds.stream().filter(it -> it.status() != RefundStatus.DECLINED).toList(),
        receipt,
        awaited && stage == Stage.UNDERWAY,
        outOfOrder);
  }

  /** Whether the payer has all that was ordered back. */
  static boolean arrived(List<Refund> refunds) {
    return refunds.stream()
        .allMatch(it -> it.status() == RefundStatus.DONE || it.status() == RefundStatus.DECLINED);
  }

  public String title(Language language) {
    return payment.title().in(language);
  }

  public List<Item> items() {
    return payment.items();
  }

  public boolean severalPayees() {
    return payment.items().stream().map(Item::to).distinct().count() > 1;
  }

  /** Which matter it is, who pays, to whom, until when. */
  public List<SummaryRow> rows(Page page) {
    var rows = new ArrayList<SummaryRow>();
    for (var fact : TOLD) {
      var value = payment.facts().get(fact);
      if (value != null)
        rows.add(
            SummaryRow.of(
                page.t("payments.fact." + fact), FactText.of(fact, value, page.formats())));
    }
    rows.add(SummaryRow.of(page.t("payments.pay.payer"), payment.payer().name()));
    if (!severalPayees()) {
      rows.add(SummaryRow.of(page.t("payments.pay.payee"), items().getFirst().to().name()));
    }
    if (stage.payable()) {
      rows.add(SummaryRow.of(page.t("payments.pay.until"), page.dateTime(payment.expiresAt())));
    }
    return rows;
  }

  public @Nullable Instant paidAt() {
    return payment.paidAt();
  }

  /** Why nobody pays it any more, as {@code payments.cancelled.<why>}. */
  public @Nullable String cancelledWhy() {
    return payment.state() instanceof PaymentState.Cancelled(var why, var at) ? why : null;
  }

  /** Where the payer goes on paying what was begun. */
  public @Nullable String goOn() {
    if (underway == null) return null;
    var address = underway.address();
    return address == null ? payment.page() + "/" + underway.way() : address;
  }
}
