package org.motcua.payments.receipts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.model.Receipt;
import org.motcua.payments.model.Receipt.Why;

/**
 * What the payer is told of the receipt.
 *
 * @param there the last that is printed, with its number as it is printed
 * @param wanted one is still to be made
 * @param annulledWhy the last holds no more; null: it does
 */
public record ReceiptOnPage(@Nullable Receipt there, boolean wanted, @Nullable Why annulledWhy) {

  public static ReceiptOnPage of(List<Receipt> ofPayment) {
    var printed = ofPayment.stream().filter(it -> it.certificate() != null).toList();
    var last = Receipt.last(ofPayment).orElse(null);
    return new ReceiptOnPage(
        Receipt.last(printed).orElse(null),
        last != null && last.certificate() == null && last.annulled() == null,
        last == null || last.annulled() == null ? null : last.annulled().why());
  }

  public Optional<String> findCertificate() {
    return Optional.ofNullable(there).map(Receipt::certificate);
  }

  public boolean annulled() {
    return annulledWhy != null;
  }

  /** {@code AA-26E 0000017}. */
  public String number() {
    return there == null || there.numbered() == null ? "" : there.numbered().text();
  }
}
