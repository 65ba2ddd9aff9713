package org.motcua.bills.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.bills.model.Payable.Part;
import org.motcua.documents.Bilingual;
import org.motcua.identity.AccountId;
import org.motcua.payments.Fact;
import org.motcua.payments.PaymentId;

/**
 * Something that somebody was asked to pay, and what its creditor has heard of it.
 *
 * @param token whoever has it may see how far it is
 * @param page the payment's
 * @param account null for somebody without one
 * @param payer the name on the receipt
 * @param checkedAt when the creditor last said that it is owed like this
 * @param closedAt when it became clear that nobody pays it
 * @param heardAt when the creditor has said that it knows of the payment
 * @param confirmation the creditor's number for it
 * @param paidBefore how much of it others had paid, so that it goes back, in dong
 * @param givenBack all that has gone back so far, in dong
 * @param givenBackTold how much of that the creditor knows of
 */
public record Asked(
    UUID id,
    String token,
    Enquiry enquiry,
    String reference,
    PaymentId payment,
    String page,
    @Nullable AccountId account,
    Bilingual title,
    List<Part> parts,
    Map<Fact, String> facts,
    String payer,
    long total,
    Instant askedAt,
    Instant checkedAt,
    @Nullable Instant closedAt,
    @Nullable Instant settledAt,
    @Nullable Instant heardAt,
    @Nullable String confirmation,
    long paidBefore,
    long givenBack,
    long givenBackTold) {

  /** Where it is told how far it is. */
  public String address() {
    return "/bills/asked/" + token;
  }

  public Creditor creditor() {
    return enquiry.creditor();
  }

  /** Nobody has paid it, or what was paid has gone back. */
  public boolean over() {
    return settledAt == null ? closedAt != null : givenBack >= total;
  }

  /** Something would be paid twice if both were. */
  public boolean sharesPartsWith(Payable other) {
    return parts.stream()
        .anyMatch(part -> other.parts().stream().anyMatch(it -> same(part.id(), it.id())));
  }

  private boolean same(String one, String another) {
    return one.equals(another)
        || creditor() == Creditor.INSURANCE && Months.of(one).overlap(Months.of(another));
  }
}
