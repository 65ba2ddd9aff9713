package org.motcua.bills.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.payments.Item;

/**
 * Something that is owed, as the creditor says at this moment.
 *
 * @param id by which the creditor knows it
 * @param due the last day on which it costs no more
 * @param said what the creditor says about it besides, such as {@code OFFENCE}
 */
public record Bill(
    String id,
    Bilingual title,
    @Nullable LocalDate issued,
    @Nullable LocalDate due,
    List<Item> items,
    Map<String, String> said) {

  public Bill {
    items = List.copyOf(items);
    said = Map.copyOf(said);
  }

  public long dong() {
    return items.stream().mapToLong(Item::dong).reduce(0, Math::addExact);
  }

  public boolean overdue(LocalDate today) {
    return due != null && due.isBefore(today);
  }
}
