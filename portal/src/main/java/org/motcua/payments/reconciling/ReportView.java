package org.motcua.payments.reconciling;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.Choice;

/**
 * What came in a month, added up by day and by account.
 *
 * @param later null: there is none yet
 * @param owner the one that is looked at; blank: all
 * @param owners those who have got something, by name
 */
public record ReportView(
    YearMonth month,
    YearMonth earlier,
    @Nullable YearMonth later,
    String owner,
    List<Choice> owners,
    List<Sums<LocalDate>> days,
    List<Sums<Account>> accounts,
    Sums<YearMonth> total) {

  /** Of one owner, at a bank. */
  public record Account(String owner, String bank, String account) {}

  /**
   * @param taken in dong, as what went back
   */
  public record Sums<K>(K of, String name, long taken, long back) {

    public long net() {
      return taken - back;
    }
  }

  static ReportView of(
      YearMonth month,
      YearMonth now,
      String owner,
      List<DayReport.Line> all,
      UnaryOperator<String> names) {
    var lines = only(owner, all);
    var owners =
        all.stream()
            .map(DayReport.Line::owner)
            .distinct()
            .map(each -> new Choice(each, names.apply(each)))
            .sorted((one, other) -> one.label().compareTo(other.label()))
            .toList();
    return new ReportView(
        month,
        month.minusMonths(1),
        month.isBefore(now) ? month.plusMonths(1) : null,
        owner,
        owners,
        added(lines, DayReport.Line::day, LocalDate::toString),
        added(
            lines,
            line -> new Account(line.owner(), line.bank(), line.account()),
            account -> names.apply(account.owner())),
        sums(month, "", lines));
  }

  static List<DayReport.Line> only(String owner, List<DayReport.Line> lines) {
    return owner.isEmpty()
        ? lines
        : lines.stream().filter(line -> line.owner().equals(owner)).toList();
  }

  private static <K> List<Sums<K>> added(
      List<DayReport.Line> lines, Function<DayReport.Line, K> by, Function<K, String> name) {
    return lines.stream()
        .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(group -> sums(group.getKey(), name.apply(group.getKey()), group.getValue()))
        .toList();
  }

  private static <K> Sums<K> sums(K of, String name, List<DayReport.Line> lines) {
    return new Sums<>(
        of,
        name,
        lines.stream().mapToLong(DayReport.Line::taken).sum(),
        lines.stream().mapToLong(DayReport.Line::back).sum());
  }

  public boolean isEmpty() {
    return days.isEmpty();
  }

  public String at(YearMonth other) {
    return ReportController.REPORT + "?month=" + other + (owner.isEmpty() ? "" : "&owner=" + owner);
  }

  public String file() {
    return ReportController.REPORT
        + ".csv?month="
        + month
        + (owner.isEmpty() ? "" : "&owner=" + owner);
  }
}
