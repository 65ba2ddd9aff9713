package org.motcua.simulators.outside.debts;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.Journal;
import org.motcua.simulators.outside.Page;
import org.motcua.simulators.outside.debts.Happening.What;
import org.motcua.simulators.outside.debts.Holder.Insured;
import org.motcua.simulators.outside.registers.SameName;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The books of all creditors, kept over restarts: what is made up, and what has happened since. */
@Component
class Debts {

  private static final String VOLUNTARY = "voluntary";
  private static final String HOUSEHOLD = "household";

  private final Journal<Happening> journal;
  private final Clock clock;
  private final List<Happening> happenings;

  Debts(@Value("${outside.data}") Path dataFolder, JsonMapper json, Clock clock) {
    this.journal = new Journal<>(dataFolder.resolve("debts.jsonl"), Happening.class, json);
    this.clock = clock;
    this.happenings = new ArrayList<>(journal.read());
  }

  sealed interface Found {
    record Owes(Holder holder) implements Found {}

    record UnknownNumber() implements Found {}

    record AnotherName() implements Found {}
  }

  /** Where nobody is known by a number that asks for a name, whoever is named first is the one. */
  synchronized Found find(Creditor creditor, String number, @Nullable String name) {
    var holder = holder(creditor, number);
    if (holder == null && creditor.asksForAName() && name != null && !number.endsWith("00")) {
      add(happening(creditor, number, number, What.NAMED, null, 0, "", name, Map.of()));
      holder = holder(creditor, number);
    }
    if (holder == null) return new Found.UnknownNumber();
    if (creditor.asksForAName() && (name == null || !SameName.of(holder.name(), name))) {
      return new Found.AnotherName();
    }
    return new Found.Owes(open(creditor, number, holder));
  }

  private @Nullable Holder holder(Creditor creditor, String number) {
    var named = named(creditor, number);
    return MadeUp.of(
        creditor,
        number,
        named.map(Happening::name).orElse(null),
        named.map(it -> LocalDate.ofInstant(it.at(), Page.COUNTRY_TIME)).orElse(null),
        LocalDate.now(clock.withZone(Page.COUNTRY_TIME)));
  }

  private Optional<Happening> named(Creditor creditor, String number) {
    return happenings.stream()
        .filter(it -> it.creditor() == creditor && it.number().equals(number))
        .filter(it -> it.what() == What.NAMED)
        .findFirst();
  }

  private Holder open(Creditor creditor, String number, Holder holder) {
    var debts =
        holder.debts().stream()
            .filter(debt -> paid(creditor, debt.id()).isEmpty())
            .map(debt -> changed(creditor, debt))
            .toList();
    var insured = holder.insured();
    return new Holder(
        holder.name(), holder.address(), debts, insured == null ? null : since(number, insured));
  }

  private Debt changed(Creditor creditor, Debt debt) {
    return last(creditor, debt.id(), What.CHANGED).map(it -> debt.costing(it.dong())).orElse(debt);
  }

  /** What was paid meanwhile counts: {@code voluntary:<from>:<months>}, and of whom. */
  private Insured since(String number, Insured insured) {
    var paidUntil = insured.paidUntil();
    var household = new ArrayList<>(insured.household());
    for (var paid : happenings) {
      if (paid.creditor() != Creditor.INSURANCE || !paid.number().equals(number)) continue;
      if (paid.what() != What.PAID || paid(Creditor.INSURANCE, paid.debt()).isEmpty()) continue;
      var parts = paid.debt().split(":");
      var until = YearMonth.parse(parts[2]).plusMonths(Long.parseLong(parts[3]) - 1);
      if (parts[1].equals(VOLUNTARY)) paidUntil = until;
      if (parts[1].equals(HOUSEHOLD)) {
        var members = List.of(parts[4].split("\\+"));
        household.replaceAll(
            it ->
                members.contains(it.id())
                    ? new Holder.Member(it.id(), it.name(), until, it.otherwise())
                    : it);
      }
    }
    return new Insured(insured.group(), paidUntil, List.copyOf(household), insured.to());
  }

  /** The payment that stands, unless it went back since. */
  private Optional<Happening> paid(Creditor creditor, String debt) {
    return last(creditor, debt, What.PAID)
        .filter(
            paid ->
                last(creditor, debt, What.GIVEN_BACK)
                    .filter(back -> happenings.indexOf(back) > happenings.indexOf(paid))
                    .filter(back -> back.dong() >= paid.dong())
                    .isEmpty());
  }

  private Optional<Happening> last(Creditor creditor, String debt, What what) {
    return happenings.reversed().stream()
        .filter(it -> it.creditor() == creditor && it.debt().equals(debt) && it.what() == what)
        .findFirst();
  }

  /**
   * The same payment told twice is one.
   *
   * @return the payment that stands: this one, or the one that came before it
   */
  synchronized Happening pay(
      Creditor creditor,
      String number,
      String debt,
      @Nullable String reference,
      long dong,
      Map<String, String> facts) {
    var same =
        happenings.stream()
            .filter(it -> it.creditor() == creditor && it.debt().equals(debt))
            .filter(it -> it.what() == What.PAID && reference != null)
            .filter(it -> Objects.equals(reference, it.reference()))
            .findFirst();
    if (same.isPresent()) return same.get();
    var before = paid(creditor, debt);
    if (before.isPresent()) return before.get();
    var code = "XN%08d".formatted(happenings.size() + 1);
    return add(happening(creditor, number, debt, What.PAID, reference, dong, code, null, facts));
  }

  /**
   * All that went back of one payment so far; told twice it is one, and of a payment that was never
   * taken it changes nothing.
   */
  synchronized Happening giveBack(
      Creditor creditor, String number, String debt, String reference, long dong) {
    var same =
        last(creditor, debt, What.GIVEN_BACK)
            .filter(it -> reference.equals(it.reference()) && it.dong() == dong);
    if (same.isPresent()) return same.get();
    var standing = paid(creditor, debt);
    if (standing.isPresent() && !reference.equals(standing.get().reference())) {
      return standing.get();
    }
    var code = "HT%08d".formatted(happenings.size() + 1);
    return add(
        happening(creditor, number, debt, What.GIVEN_BACK, reference, dong, code, null, Map.of()));
  }

  /** By hand, at the desk. */
  synchronized void change(Creditor creditor, String number, String debt, long dong) {
    add(happening(creditor, number, debt, What.CHANGED, null, dong, "", null, Map.of()));
  }

  synchronized List<Happening> latest(int most) {
    return happenings.reversed().stream().limit(most).toList();
  }

  synchronized Optional<Holder> look(Creditor creditor, String number) {
    return Optional.ofNullable(holder(creditor, number)).map(it -> open(creditor, number, it));
  }

  private Happening happening(
      Creditor creditor,
      String number,
      String debt,
      What what,
      @Nullable String reference,
      long dong,
      String code,
      @Nullable String name,
      Map<String, String> facts) {
    return new Happening(
        creditor, number, debt, what, reference, dong, code, name, facts, clock.instant());
  }

  private Happening add(Happening happening) {
    journal.append(happening);
    happenings.add(happening);
    return happening;
  }
}
