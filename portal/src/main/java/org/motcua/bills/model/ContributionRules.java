package org.motcua.bills.model;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.motcua.bills.model.Insured.Group;
import org.motcua.bills.model.Insured.Member;
import org.motcua.bills.model.Payable.Contribution;
import org.motcua.documents.Bilingual;
import org.motcua.payments.Fact;
import org.motcua.payments.Item;

/**
 * What contributions cost, as {@code seed/bills/contributions.json} says with its sources. All sums
 * in dong.
 */
public record ContributionRules(Figure referenceLevel, Voluntary voluntary, Household household) {

  private static final long PERCENT = 100;
  private static final long PER_MILLE = 1000;

  /**
   * @param sure false: it is to be confirmed
   */
  public record Figure(long dong, String source, boolean sure) {}

  /**
   * @param percent of the income that is chosen
   * @param highestTimes of the reference level: the highest income that may be chosen
   * @param step incomes to choose from lie so far apart
   */
  public record Voluntary(
      int percent,
      String source,
      Figure lowest,
      int highestTimes,
      long step,
      List<Integer> months,
      Support support) {}

  /**
   * @param percentOfLowest how much of the contribution for the lowest income the State pays
   */
  public record Support(Map<Group, Integer> percentOfLowest, String source, boolean sure) {}

  /**
   * @param perMille of the reference level, for a month
   * @param shares in percent: of the first, the second, …; the last for all that follow
   */
  public record Household(
      int perMille, List<Integer> shares, List<Integer> months, String source, boolean sure) {}

  public long lowestIncome() {
    return voluntary.lowest().dong();
  }

  public long highestIncome() {
    return referenceLevel.dong() * voluntary.highestTimes();
  }

  public boolean isIncome(long dong) {
    return dong >= lowestIncome()
        && dong <= highestIncome()
        && (dong - lowestIncome()) % voluntary.step() == 0;
  }

  /** What the State pays of it, for a month. */
  public long support(Group group) {
    return lowestIncome()
        * voluntary.percent()
        * voluntary.support().percentOfLowest().getOrDefault(group, 0)
        / PERCENT
        / PERCENT;
  }

  public long voluntaryMonth(long income) {
    return income * voluntary.percent() / PERCENT;
  }

  /**
   * @param place among those of the household who are insured together, from 1
   */
  public long householdMonth(int place) {
    var shares = household.shares();
    var share = shares.get(Math.min(place, shares.size()) - 1);
    return referenceLevel.dong() * household.perMille() * share / PER_MILLE / PERCENT;
  }

  public int share(int place) {
    var shares = household.shares();
    return shares.get(Math.min(place, shares.size()) - 1);
  }

  /** The months that follow those that are paid; nobody pays for a month that has gone by. */
  public static YearMonth next(Insured insured, YearMonth now) {
    var until = insured.paidUntil();
    return until == null || until.isBefore(now) ? now : until.plusMonths(1);
  }

  public Contribution voluntary(
      String number, String name, Insured insured, long income, int months, YearMonth now) {
    var from = next(insured, now);
    var dong = (voluntaryMonth(income) - support(insured.group())) * months;
    var title =
        new Bilingual(
            "BHXH tự nguyện, từ tháng %s, %d tháng".formatted(vietnamese(from), months),
            "Voluntary social insurance, %d months from %s".formatted(months, from));
    return new Contribution(
        number,
        "voluntary",
        from,
        months,
        "",
        title,
        List.of(new Item("BHXHTN", title, dong, insured.to())),
        facts(number, name, from));
  }

  public Contribution household(
      String number, Insured insured, List<Member> chosen, int months, YearMonth now) {
    var from = now.plusMonths(1);
    var items = new ArrayList<Item>();
    for (var place = 1; place <= chosen.size(); place++) {
      var member = chosen.get(place - 1);
      var words =
          new Bilingual(
              "BHYT hộ gia đình, người thứ %d (%d %%), %d tháng"
                  .formatted(place, share(place), months),
              "Household health insurance, person %d (%d %%), %d months"
                  .formatted(place, share(place), months));
      items.add(
          new Item("BHYT" + member.id(), words, householdMonth(place) * months, insured.to()));
    }
    var title =
        new Bilingual(
            "BHYT hộ gia đình, %d người, từ tháng %s, %d tháng"
                .formatted(chosen.size(), vietnamese(from), months),
            "Household health insurance, %d people, %d months from %s"
                .formatted(chosen.size(), months, from));
    return new Contribution(
        number,
        "household",
        from,
        months,
        String.join("+", chosen.stream().map(Member::id).toList()),
        title,
        items,
        facts(number, insured.household().getFirst().name(), from));
  }

  private static Map<Fact, String> facts(String number, String name, YearMonth from) {
    return Map.of(Fact.CUSTOMER, name + " · " + number, Fact.PERIOD, from.toString());
  }

  private static String vietnamese(YearMonth month) {
    return "%02d/%d".formatted(month.getMonthValue(), month.getYear());
  }
}
