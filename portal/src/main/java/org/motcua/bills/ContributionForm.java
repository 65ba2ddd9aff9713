package org.motcua.bills;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.bills.model.ContributionRules;
import org.motcua.bills.model.Insured;
import org.motcua.bills.model.Insured.Member;
import org.motcua.bills.model.Payable.Contribution;
import org.motcua.platform.web.ui.FieldErrors;

/**
 * What somebody chooses to contribute.
 *
 * @param plan {@code voluntary} or {@code household}
 * @param income as it was typed
 * @param members ids of those of the household who are to be insured, in its order
 * @param chosen what comes of it; null as long as nothing was chosen, or something is wrong
 */
public record ContributionForm(
    String plan,
    String number,
    String name,
    Insured insured,
    YearMonth month,
    String income,
    String months,
    List<String> members,
    ContributionRules rules,
    @Nullable Contribution chosen,
    PayerForm payer,
    FieldErrors errors,
    @Nullable String notice) {

  public boolean voluntary() {
    return plan.equals("voluntary");
  }

  /** From which month on is paid. */
  public YearMonth from() {
    return voluntary() ? ContributionRules.next(insured, month) : month.plusMonths(1);
  }

  /** Whether the household may insure this one now. */
  public boolean insurable(Member member) {
    var until = member.until();
    return member.otherwise() == null && (until == null || until.isBefore(month.plusMonths(1)));
  }

  public List<Integer> choicesOfMonths() {
    return voluntary() ? rules.voluntary().months() : rules.household().months();
  }

  /** Whether the figures that it is computed from are to be confirmed yet. */
  public boolean unsure() {
    return voluntary()
        ? !(rules.voluntary().support().sure() && rules.voluntary().lowest().sure())
        : !rules.household().sure();
  }

  ContributionForm with(
      @Nullable Contribution computed, PayerForm who, FieldErrors found, @Nullable String told) {
    return new ContributionForm(
        plan, number, name, insured, month, income, months, members, rules, computed, who, found,
        told);
  }
}
