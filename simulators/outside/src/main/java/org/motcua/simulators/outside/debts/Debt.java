package org.motcua.simulators.outside.debts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is owed.
 *
 * @param id by which it is paid
 * @param due until when; it can be paid later, and costs more where the law says so
 * @param facts as the portal names them: {@code OFFENCE}, {@code PERIOD}
 */
public record Debt(
    String id,
    String vi,
    String en,
    @Nullable LocalDate issued,
    @Nullable LocalDate due,
    List<Item> items,
    Account to,
    Map<String, String> facts) {

  /**
   * @param code the sub-item of the State's budget, after the payer's chapter where that is known
   */
  public record Item(String code, String vi, String en, long dong) {}

  public record Account(String owner, String name, String account, String bank) {}

  public long dong() {
    return items.stream().mapToLong(Item::dong).sum();
  }

  /** The same for another sum: the first item makes up for it. */
  Debt costing(long other) {
    var first = items.getFirst();
    var changed = new java.util.ArrayList<>(items);
    changed.set(0, new Item(first.code(), first.vi(), first.en(), first.dong() + other - dong()));
    return new Debt(id, vi, en, issued, due, List.copyOf(changed), to, facts);
  }
}
