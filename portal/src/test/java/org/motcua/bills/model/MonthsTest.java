package org.motcua.bills.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MonthsTest {

  private static final String THREE = "2213004567:voluntary:2026-11:3";
  private static final String HOUSEHOLD = "2213004567:household:2026-12:12:1+3";

  @Test
  void theSameMonthsAreNotPaidTwiceHoweverManyAreChosen() {
    assertThat(overlap(THREE, "2213004567:voluntary:2026-11:12")).isTrue();
    assertThat(overlap(THREE, "2213004567:voluntary:2027-01:1")).isTrue();
    assertThat(overlap(THREE, "2213004567:voluntary:2027-02:1")).isFalse();
    assertThat(overlap(THREE, HOUSEHOLD)).isFalse();
  }

  @Test
  void ofAHouseholdTheSamePersonIsNotInsuredTwice() {
    assertThat(overlap(HOUSEHOLD, "2213004567:household:2026-12:6:3")).isTrue();
    assertThat(overlap(HOUSEHOLD, "2213004567:household:2026-12:6:2+4")).isFalse();
    assertThat(overlap(HOUSEHOLD, "2213004567:household:2027-12:6:1")).isFalse();
  }

  private static boolean overlap(String one, String other) {
    return Months.of(one).overlap(Months.of(other)) && Months.of(other).overlap(Months.of(one));
  }
}
