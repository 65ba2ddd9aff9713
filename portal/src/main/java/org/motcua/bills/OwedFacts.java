package org.motcua.bills;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.motcua.bills.model.Bill;
import org.motcua.bills.model.Creditor;
import org.motcua.bills.model.Found;
import org.motcua.payments.Fact;

/** What of a bill belongs on its receipt. */
final class OwedFacts {

  private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  static Map<Fact, String> of(
      Creditor creditor, String number, Found.Debtor debtor, List<Bill> chosen) {
    var facts = new EnumMap<Fact, String>(Fact.class);
    for (var fact : Fact.values()) {
      var said =
          chosen.stream()
              .map(bill -> bill.said().getOrDefault(fact.name(), ""))
              .filter(it -> !it.isBlank())
              .distinct()
              .toList();
      // What the bills do not have in common, their titles tell.
      if (said.size() == 1) facts.put(fact, said.getFirst());
    }
    facts.computeIfPresent(Fact.OFFENCE_AT, (fact, at) -> readable(at));
    switch (creditor) {
      case ELECTRICITY, WATER -> facts.put(Fact.CUSTOMER, number);
      case TAXES -> facts.put(Fact.TAX_CODE, number);
      case FINES -> facts.put(Fact.OFFENDER, debtor.name());
      case JUDICIAL -> facts.remove(Fact.OFFENDER);
      case INSURANCE -> {}
    }
    return Map.copyOf(facts);
  }

  /** {@code 08:30 05/11/2026}; what is no time stays as it was said. */
  private static String readable(String at) {
    try {
      return READABLE.format(LocalDateTime.parse(at));
    } catch (DateTimeException e) {
      return at;
    }
  }

  private OwedFacts() {}
}
