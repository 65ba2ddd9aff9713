package org.motcua.payments.gateway;

import java.time.Instant;
import java.util.List;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.EntryKind;
import org.motcua.payments.model.Ledger;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.Posting;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStatus;
import org.motcua.payments.model.RefundStore;
import org.motcua.platform.ids.NewId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends back by itself what has come and nothing is owed for. */
@Component
public class GiveBack {

  static final String REASON = "SURPLUS";
  private static final String PORTAL = "system:payments";

  private final RefundStore refunds;
  private final Ledger ledger;

  GiveBack(RefundStore refunds, Ledger ledger) {
    this.refunds = refunds;
    this.ledger = ledger;
  }

  /** Takes the sum from what belongs to nobody yet. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Refund surplus(Attempt attempt, long dong, Instant now) {
    var refund =
        new Refund(
            NewId.next(),
            attempt.payment(),
            attempt.id(),
            dong,
            true,
            REASON,
            RefundStatus.APPROVED,
            null,
            now,
            PORTAL,
            null,
            null,
            null,
            null,
            now);
    refunds.order(refund);
    ledger.enter(
        EntryKind.REFUND_ORDERED,
        "refund:" + refund.id(),
        attempt.payment(),
        now,
        List.of(
            new Posting(new LedgerAccount.Unallocated(attempt.way()), dong),
            new Posting(new LedgerAccount.Refunds(attempt.way()), -dong)));
    return refund;
  }
}
