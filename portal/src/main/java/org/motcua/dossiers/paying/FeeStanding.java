package org.motcua.dossiers.paying;

import java.util.List;
import org.motcua.payments.PaymentSummary;
import org.motcua.payments.PaymentSummary.Standing;
import org.motcua.platform.web.ui.TagColour;

/**
 * How far a dossier's fees are paid, as both sides see it.
 *
 * @param payable whether what is owed can be paid online now
 * @param onReturn whether some of it is to be paid before the result is handed over
 * @param goingBack in dong, on its way back to the payer
 * @param back in dong, which has arrived there
 * @param payments those that hold money or wait for it
 */
public record FeeStanding(
    Stage stage,
    boolean payable,
    boolean onReturn,
    long goingBack,
    long back,
    List<PaymentSummary> payments) {

  public enum Stage {
    OPEN(TagColour.ORANGE),
    UNDERWAY(TagColour.BLUE),
    PAID(TagColour.GREEN),
    GOING_BACK(TagColour.TURQUOISE),
    BACK(TagColour.GREY),
    /** Nobody has to pay it any more. */
    DROPPED(TagColour.GREY);

    public final TagColour colour;

    Stage(TagColour colour) {
      this.colour = colour;
    }
  }

  public FeeStanding {
    payments = List.copyOf(payments);
  }

  /**
   * @param owed it is not settled, and still to be paid
   */
  static FeeStanding of(
      boolean settled, boolean owed, boolean payable, boolean onReturn, List<PaymentSummary> all) {
    var goingBack = all.stream().mapToLong(PaymentSummary::onItsWayBack).sum();
    var back = all.stream().mapToLong(PaymentSummary::back).sum();
    var kept = all.stream().mapToLong(PaymentSummary::kept).sum();
    return new FeeStanding(
        stage(settled, owed, all, kept, goingBack, back),
        payable,
        onReturn,
        goingBack,
        back,
        all.stream()
            .filter(each -> each.standing() != Standing.ENDED || !each.backs().isEmpty())
            .toList());
  }

  private static Stage stage(
      boolean settled,
      boolean owed,
      List<PaymentSummary> all,
      long kept,
      long goingBack,
      long back) {
    if (kept == 0 && goingBack > 0) return Stage.GOING_BACK;
    if (kept == 0 && back > 0 && !owed) return Stage.BACK;
    if (settled) return Stage.PAID;
    if (all.stream().anyMatch(each -> each.standing() == Standing.UNDERWAY)) return Stage.UNDERWAY;
    if (owed) return Stage.OPEN;
    return kept > 0 ? Stage.PAID : Stage.DROPPED;
  }

  /** Whether they have to be told apart. */
  public boolean severalPayments() {
    return payments.size() > 1;
  }
}
