package org.motcua.payments.reconciling;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.Choice;
import org.springframework.web.util.UriComponentsBuilder;

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

  /**
   * @param name of its owner
   */
  public record Account(String owner, String name, String bank, String account) {}

  /**
   * @param taken in dong, as what went back
   */
  public record Sums<K>(K of, long taken, long back) {

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
        added(lines, DayReport.Line::day),
        added(
            lines,
            line ->
                new Account(line.owner(), names.apply(line.owner()), line.bank(), line.account())),
        sums(month, lines));
  }

  static List<DayReport.Line> only(String owner, List<DayReport.Line> lines) {
    return owner.isEmpty()
        ? lines
        : lines.stream().filter(line -> line.owner().equals(owner)).toList();
  }

  private static <K> List<Sums<K>> added(
      List<DayReport.Line> lines, Function<DayReport.Line, K> by) {
    return lines.stream()
        .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(group -> sums(group.getKey(), group.getValue()))
        .toList();
  }

  private static <K> Sums<K> sums(K of, List<DayReport.Line> lines) {
    return new Sums<>(
        of,
        lines.stream().mapToLong(DayReport.Line::taken).sum(),
        lines.stream().mapToLong(DayReport.Line::back).sum());
  }

  public boolean isEmpty() {
    return days.isEmpty();
  }

  public String at(YearMonth other) {
    return address(ReportController.REPORT, other);
  }

  public String file() {
    return address(ReportController.REPORT + ".csv", month);
  }

  private String address(String path, YearMonth of) {
    return UriComponentsBuilder.fromPath(path)
        .queryParam("month", of)
        .queryParamIfPresent("owner", Optional.of(owner).filter(it -> !it.isEmpty()))
        .encode()
        .toUriString();
  }
}
