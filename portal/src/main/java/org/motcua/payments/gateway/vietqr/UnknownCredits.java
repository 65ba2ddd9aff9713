package org.motcua.payments.gateway.vietqr;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.model.EntryKind;
import org.motcua.payments.model.Ledger;
import org.motcua.payments.model.Posting;
import org.motcua.payments.model.Reference;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money that has come to our account and names nothing that we know: for a person to look into. */
@Service
public class UnknownCredits {

  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z._/-]{1,64}");

  private final OurAccount ours;
  private final BankCredits credits;
  private final TakeCredit takeCredit;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Clock clock;

  UnknownCredits(
      OurAccount ours,
      BankCredits credits,
      TakeCredit takeCredit,
      Ledger ledger,
      AuditTrail audit,
      Clock clock) {
    this.ours = ours;
    this.credits = credits;
    this.takeCredit = takeCredit;
    this.ledger = ledger;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param id the bank's number
   * @param text what the payer wrote
   * @param sender whose account it came from; null where the bank does not say
   */
  public record Unknown(String id, long dong, String text, Instant at, @Nullable From sender) {}

  /**
   * @param bank six digits
   */
  public record From(String name, String account, String bank) {}

  /** The oldest first. */
  public List<Unknown> list(int most) {
    return credits.listOfNobody(most).stream().map(UnknownCredits::unknown).toList();
  }

  public long count() {
    return credits.countOfNobody();
  }

  private static Unknown unknown(Credit credit) {
    var sender = credit.sender();
    return new Unknown(
        credit.id(),
        credit.dong(),
        credit.text(),
        credit.at(),
        sender == null ? null : new From(sender.name(), sender.account(), sender.bank()));
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

  /** What came of sending one back. */
  public enum Returned {
    DONE,
    NUMBER_MISSING,
    /** Somebody else was first. */
    NOT_NOW
  }

  /**
   * It was transferred back by hand.
   *
   * @param number of that transfer
   * @param by as the audit trail names people
   */
  @Transactional
  public Returned returned(String id, String number, String by) {
    var known = number.strip();
    if (!NUMBER.matcher(known).matches()) return Returned.NUMBER_MISSING;
    var now = clock.instant();
    var credit = credits.find(id).filter(it -> credits.returned(it, known, now));
    if (credit.isEmpty()) return Returned.NOT_NOW;
    var dong = credit.get().dong();
    ledger.enter(
        EntryKind.REFUND_DONE,
        "credit:" + id,
        null,
        now,
        List.of(new Posting(TakeCredit.NOBODYS, dong), new Posting(ours.inTheBooks(), -dong)));
    audit.record(by, "payments.credit_returned", "credit", id, Map.of("number", known));
    return Returned.DONE;
  }
}
