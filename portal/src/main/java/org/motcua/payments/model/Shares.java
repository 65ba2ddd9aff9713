package org.motcua.payments.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides a payment's money among those whom its items go to. */
public final class Shares {

  /** What everybody is due of the whole: credits. */
  public static List<Posting> credited(Payment payment) {
    return postings(between(payment, 0, payment.total()), -1);
  }

  /**
   * What everybody gives back: debits. Items are given back in their order, each time from where
   * the refund before has ended, so that all refunds together give back what was paid, to the dong.
   */
  public static List<Posting> givenBack(Payment payment, long dong) {
    return postings(between(payment, payment.refunded(), payment.refunded() + dong), 1);
  }

  /** The parts of the items that lie in that stretch of the whole, as if laid end to end. */
  private static Map<LedgerAccount, Long> between(Payment payment, long from, long to) {
    var shares = new LinkedHashMap<LedgerAccount, Long>();
    long begins = 0;
    for (var item : payment.items()) {
      var ends = begins + item.dong();
      var part = Math.min(ends, to) - Math.max(begins, from);
      if (part > 0) shares.merge(LedgerAccount.Due.to(item.to()), part, Long::sum);
      begins = ends;
    }
    return shares;
  }

  private static List<Posting> postings(Map<LedgerAccount, Long> shares, int sign) {
    var postings = new ArrayList<Posting>();
    shares.forEach((account, dong) -> postings.add(new Posting(account, sign * dong)));
    return postings;
  }

  private Shares() {}
}
