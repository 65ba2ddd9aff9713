package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motcua.eservices.TimeLimit.Allotted;
import org.motcua.forms.Answers;
import org.motcua.forms.Situation;

class CostsAndTimesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String FEE =
      """
      fees:
        - name: {vi: Lệ phí, en: Fee}
          amount: "office == 'H49' ? 200000 : 100000"
          discounts:
            - {name: {vi: Nộp trực tuyến, en: Filed online}, percent: 10}
            - {name: {vi: Hộ nghèo, en: Poor household}, when: name == 'poor', percent: 50}
      """;

  @Test
  void theGreatestDiscountThatAppliesIsGiven() {
    var service = new SmallService().with("fees: []\n", FEE).read();
    assertThat(service.feesIn(answered(service, "rich")))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.dong()).isEqualTo(180_000);
              assertThat(line.full()).isEqualTo(200_000);
              assertThat(line.discount()).extracting(words -> words.en()).isEqualTo("Filed online");
            });
    assertThat(service.feesIn(answered(service, "poor")))
        .extracting(FeeLine::dong)
        .containsExactly(100_000L);
  }

  @Test
  void theTimeLimitGoesByCase() {
    var service =
        new SmallService()
            .with(
                "timeLimits:\n",
                """
                timeLimits:
                  - {text: {vi: 10 ngày, en: Ten days}, when: name == 'slow', days: 10}
                """)
            .read();
    assertThat(service.timeLimitIn(answered(service, "slow")).allotted())
        .isEqualTo(new Allotted.CalendarDays(10));
    assertThat(service.timeLimitIn(answered(service, "fast")).allotted())
        .isInstanceOf(Allotted.Working.class);
  }

  @Test
  void aResultHoldsForItsTime() {
    var service = new SmallService().with("result:\n", "result:\n  validFor: {months: 6}\n").read();
    assertThat(service.requiredResult().validUntil(TODAY)).isEqualTo(LocalDate.of(2027, 5, 21));
    assertThat(new SmallService().read().requiredResult().validUntil(TODAY)).isNull();
  }

  @Test
  void aNoticeHasNoResult() {
    assertThat(notice().without("result.html").read().result()).isNull();
    assertThat(notice().problems())
        .containsExactly(
            "here/result.html:1: there is no 'result' in service.yaml, expected it or no template");
  }

  private static SmallService notice() {
    return new SmallService()
        .with(
            """
            result:
              code: KQ.G02.000001
              name: {vi: Giấy xác nhận, en: Confirmation}
            """,
            "");
  }

  @Test
  void mistakesAreToldWithTheirLines() {
    told("workingDays: 3}", "days: 0}", 12, "'days' is 0, expected 1 to 1000");
    told("workingDays: 3}", "days: 3, workingDays: 3}", 12, "expected one of 'workingDays'");
    told("workingDays: 3}", "workingDays: 3, when: name == 'a'}", 12, "the last time limit is for");
    told("fees: []", FEE.replace("percent: 50", "percent: 500"), 15, "expected 1 to 100");
    told("result:\n", "result:\n  validFor: {weeks: 2}\n", 19, "expected exactly one of years");
    told("inForceFrom: 2026-01-01", "inForceFrom: 01/01/2026", 2, "is no date");
    told("version: 1", "version: 0", 1, "'version' is 0, expected 1 to");
    told(
        "inForceFrom: 2026-01-01",
        "inForceFrom: 2026-01-01\ninForceUntil: 2025-12-31",
        3,
        "'inForceUntil' is before 'inForceFrom'");
  }

  private static void told(String right, String wrong, int line, String message) {
    assertThat(new SmallService().with(right, wrong).problems())
        .anyMatch(told -> told.startsWith("here/service.yaml:" + line + ":"))
        .anyMatch(told -> told.contains(message));
  }

  private static Situation answered(OnlineService service, String name) {
    return service.form().situation(Answers.of(Map.of("office", "H49", "name", name)), TODAY);
  }
}
