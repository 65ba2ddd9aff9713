package org.motcua.bills.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.bills.model.Insured.Group;
import org.motcua.bills.model.Insured.Member;
import org.motcua.payments.Beneficiary;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ContributionRulesTest {

  private static final YearMonth NOW = YearMonth.of(2026, 11);
  private static final Beneficiary FUND =
      new Beneficiary("BHXH", "Bảo hiểm xã hội", "44010000246810", "970418");

  private ContributionRules rules;

  @BeforeEach
  void read() throws IOException {
    try (var file = getClass().getResourceAsStream("/seed/bills/contributions.json")) {
      rules =
          JsonMapper.builder()
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build()
              .readValue(file, ContributionRules.class);
    }
  }

  @Test
  void aFifthOfTheLowestContributionIsPaidByTheStateForEverybody() {
    assertThat(rules.voluntaryMonth(3_000_000)).isEqualTo(660_000);
    assertThat(rules.support(Group.OTHER)).isEqualTo(66_000);
    assertThat(rules.support(Group.POOR)).isEqualTo(165_000);
    var year = rules.voluntary("2213004567", "Lê Thị Hoa", insured(null), 3_000_000, 12, NOW);
    assertThat(year.total()).isEqualTo((660_000 - 66_000) * 12);
    assertThat(year.reference()).isEqualTo("insurance:2213004567:voluntary:2026-11:12");
  }

  @Test
  void monthsFollowThoseThatArePaid() {
    assertThat(ContributionRules.next(insured(YearMonth.of(2026, 12)), NOW))
        .isEqualTo(YearMonth.of(2027, 1));
    assertThat(ContributionRules.next(insured(YearMonth.of(2025, 3)), NOW)).isEqualTo(NOW);
  }

  @Test
  void incomesLieBetweenPovertyAndTwentyTimesTheReferenceLevelInSteps() {
    assertThat(rules.isIncome(1_500_000)).isTrue();
    assertThat(rules.isIncome(1_499_999)).isFalse();
    assertThat(rules.isIncome(1_510_000)).isFalse();
    assertThat(rules.isIncome(46_800_000)).isTrue();
    assertThat(rules.isIncome(46_850_000)).isFalse();
  }

  @Test
  void eachFurtherPersonOfAHouseholdPaysLess() {
    assertThat(List.of(1, 2, 3, 4, 5, 6).stream().map(rules::householdMonth))
        .containsExactly(105_300L, 73_710L, 63_180L, 52_650L, 42_120L, 42_120L);
    var insured = insured(null);
    var two =
        rules.household(
            "2213004567",
            insured,
            List.of(insured.household().get(0), insured.household().get(2)),
            12,
            NOW);
    assertThat(two.total()).isEqualTo((105_300 + 73_710) * 12);
    assertThat(two.reference()).isEqualTo("insurance:2213004567:household:2026-12:12:1+3");
  }

  private static Insured insured(@Nullable YearMonth paidUntil) {
    return new Insured(
        Group.OTHER,
        paidUntil,
        List.of(
            new Member("1", "Lê Thị Hoa", null, null),
            new Member("2", "Nguyễn Văn Bình", null, null),
            new Member("3", "Nguyễn Thị Sen", null, null)),
        FUND);
  }
}
