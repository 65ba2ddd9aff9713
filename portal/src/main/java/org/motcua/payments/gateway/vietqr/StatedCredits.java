package org.motcua.payments.gateway.vietqr;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.motcua.payments.model.MessageLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Credits as they stand in the bank's statement. Of each the bank tells by itself; if that has got
 * lost, it is known by this.
 */
@Service
public class StatedCredits {

  /** So soon the bank tells of itself, and so long people look whether it has. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private static final Duration LOOKED_FOR = Duration.ofMinutes(30);

  private final OurAccount ours;
  private final BankCredits credits;
  private final TakeCredit takeCredit;
  private final MessageLog messages;
  private final Shown shown;
  private final TransactionTemplate transaction;
  private final Clock clock;

  StatedCredits(
      OurAccount ours,
      BankCredits credits,
      TakeCredit takeCredit,
      MessageLog messages,
      Shown shown,
      TransactionTemplate transaction,
      Clock clock) {
    this.ours = ours;
    this.credits = credits;
    this.takeCredit = takeCredit;
    this.messages = messages;
    this.shown = shown;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Of our account.
   *
   * @param id the bank's number
   * @param text what the payer wrote
   */
  public record Stated(String id, long dong, String text, Instant at) {}

  /** Whether somebody may have transferred a while ago, and the bank has not told of it. */
  public boolean awaited() {
    var now = clock.instant();
    return ours.isSetUp() && credits.isAwaited(now.minus(LOOKED_FOR), now.minus(SOON));
  }

  /**
   * @return how many of them the bank had not told of
   */
  public int hear(List<Stated> stated) {
    if (stated.isEmpty()) return 0;
    var unknown = new HashSet<>(credits.listUnknown(stated.stream().map(Stated::id).toList()));
    var heard = stated.stream().filter(credit -> unknown.remove(credit.id())).toList();
    heard.forEach(credit -> transaction.executeWithoutResult(status -> hear(credit)));
    return heard.size();
  }

  private void hear(Stated stated) {
    var credit =
        Credit.stated(
            stated.id(), ours.bank(), ours.number(), stated.dong(), stated.text(), stated.at());
    var taken = takeCredit.take(credit);
    messages.heard(
        VietQrGateway.ID,
        "statement",
        taken.ref().orElse(null),
        shown.of(
            Map.of(
                "id", credit.id(),
                "dong", credit.dong(),
                "text", credit.text(),
                "at", credit.at().toString())),
        "",
        taken.came().name());
  }
}
