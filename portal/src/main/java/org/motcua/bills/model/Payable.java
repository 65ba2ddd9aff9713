package org.motcua.bills.model;

import static java.util.stream.Collectors.joining;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.motcua.documents.Bilingual;
import org.motcua.payments.Fact;
import org.motcua.payments.Item;

/** What one payment is to be made for. */
public sealed interface Payable {

  /** Of the payment: asked for twice it is one. */
  String reference();

  Bilingual title();

  List<Item> items();

  Map<Fact, String> facts();

  /** What the creditor hears of, one by one. */
  List<Part> parts();

  default long total() {
    return items().stream().mapToLong(Item::dong).reduce(0, Math::addExact);
  }

  /**
   * @param id by which the creditor knows it
   * @param code the chapter and the sub-item of the State's budget, or the creditor's own
   */
  record Part(String id, String code, Bilingual title, long dong) {}

  /** Bills that a creditor has made out. */
  record Bills(Creditor creditor, String number, List<Bill> chosen, Map<Fact, String> facts)
      implements Payable {

    public Bills {
      if (chosen.isEmpty()) throw new IllegalArgumentException("Nothing was chosen");
    }

    @Override
    public String reference() {
      return creditor.path() + ":" + chosen.stream().map(Bill::id).sorted().collect(joining("+"));
    }

    @Override
    public Bilingual title() {
      return new Bilingual(
          chosen.stream().map(it -> it.title().vietnamese()).collect(joining("; ")),
          chosen.stream().map(it -> it.title().english()).collect(joining("; ")));
    }

    @Override
    public List<Item> items() {
      return chosen.stream().flatMap(it -> it.items().stream()).toList();
    }

    @Override
    public List<Part> parts() {
      return chosen.stream()
          .map(it -> new Part(it.id(), it.items().getFirst().code(), it.title(), it.dong()))
          .toList();
    }
  }

  /**
   * Months of insurance, which somebody chooses.
   *
   * @param kind {@code voluntary}, or {@code household:} with who of it
   */
  record Contribution(
      String number,
      String kind,
      YearMonth from,
      int months,
      String whom,
      Bilingual title,
      List<Item> items,
      Map<Fact, String> facts)
      implements Payable {

    /** The creditor reads in it what is paid for. */
    public String id() {
      return "%s:%s:%s:%d%s"
          .formatted(number, kind, from, months, whom.isEmpty() ? "" : ":" + whom);
    }

    @Override
    public String reference() {
      return Creditor.INSURANCE.path() + ":" + id();
    }

    @Override
    public List<Part> parts() {
      return List.of(new Part(id(), items.getFirst().code(), title, total()));
    }
  }
}
