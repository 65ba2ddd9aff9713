package org.motcua.payments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;

/**
 * What is to be paid.
 *
 * @param reference what is paid for, in the words of whoever asks, such as {@code dossier:<id>}:
 *     asked for twice it is one payment, and what is paid is not asked for again
 * @param title what it is for, as the payer reads it
 * @param facts that belong on the receipt and on a gateway's voucher; {@link Fact} names them
 * @param askedBy a module's name, or {@code client:<id>}
 * @param returnTo where the payer goes on afterwards: a path of the portal, or a program's address
 */
public record NewPayment(
    String reference,
    Purpose purpose,
    Bilingual title,
    List<Item> items,
    Payer payer,
    Map<Fact, String> facts,
    String askedBy,
    @Nullable String returnTo,
    Instant expiresAt) {

  public NewPayment {
    if (items.isEmpty()) throw new IllegalArgumentException("Nothing to pay for " + reference);
    items = List.copyOf(items);
    facts = Map.copyOf(facts);
  }

  public long total() {
    return items.stream().mapToLong(Item::dong).reduce(0, Math::addExact);
  }
}
