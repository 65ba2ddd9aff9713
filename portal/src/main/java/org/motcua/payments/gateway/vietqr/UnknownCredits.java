package org.motcua.payments.gateway.vietqr;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.motcua.payments.model.Reference;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money that has come to our account and names nothing that we know: for a person to look into. */
@Service
public class UnknownCredits {

  private final BankCredits credits;
  private final TakeCredit takeCredit;
  private final AuditTrail audit;

  UnknownCredits(BankCredits credits, TakeCredit takeCredit, AuditTrail audit) {
    this.credits = credits;
    this.takeCredit = takeCredit;
    this.audit = audit;
  }

  /**
   * @param id the bank's number
   * @param text what the payer wrote
   * @param sender the holder of the account that it came from; empty where the bank does not say
   */
  public record Unknown(String id, long dong, String text, Instant at, String sender) {}

  /** The oldest first. */
  public List<Unknown> list(int most) {
    return credits.listOfNobody(most).stream().map(UnknownCredits::unknown).toList();
  }

  private static Unknown unknown(Credit credit) {
    var sender = credit.sender();
    return new Unknown(
        credit.id(),
        credit.dong(),
        credit.text(),
        credit.at(),
        sender == null ? "" : sender.name());
  }

  /**
   * It was meant for that: from now on it is as if the payer had written so.
   *
   * @param words in which a reference stands
   * @param by as the audit trail names people
   * @return false where somebody else was first, or no transfer of ours has this reference
   */
  @Transactional
  public boolean assign(String id, String words, String by) {
    var came =
        Reference.allIn(words).flatMap(ref -> takeCredit.assign(id, ref).stream()).findFirst();
    came.ifPresent(
        it ->
            audit.record(by, "payments.credit_assigned", "credit", id, Map.of("came", it.name())));
    return came.isPresent();
  }
}
