package org.motcua.organisation.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.FormToken.csrf;

import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DemoPeople;
import org.motcua.organisation.model.CalendarStore;
import org.motcua.organisation.model.SpecialDay;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class CalendarPageTest {

  private static final CurrentUser KEEPER =
      new CurrentUser(DemoPeople.officer("vpcp.admin"), AccountKind.OFFICER, "Trần Thu Hà");

  @Autowired MockMvcTester mvc;
  @Autowired CalendarStore days;

  @Test
  void everyOfficerSeesTheCalendarButCannotChangeIt() {
    assertThat(get(Officers.hongHaReception(), "/desk/calendar?year=2021"))
        .hasStatusOk()
        .bodyText()
        .contains("Giỗ Tổ Hùng Vương", "Thứ Tư, 21/04/2021")
        .doesNotContain("/removal");
    assertThat(save(Officers.haLongAdmin(), "2033", "Ngày thử")).hasStatus(403);
  }

  @Test
  void theCountrysAdministratorAddsAndRemovesADay() {
    assertThat(save(KEEPER, "2033", "Ngày thử")).hasRedirectedUrl("/desk/calendar?year=2033");
    assertThat(save(KEEPER, "2033", "Ngày khác")).hasRedirectedUrl("/desk/calendar?year=2033");
    assertThat(days.listSpecialDays(Year.of(2033)))
        .containsExactly(
            new SpecialDay(
                LocalDate.of(2033, 5, 12),
                null,
                SpecialDay.Kind.HOLIDAY,
                "Ngày khác",
                "Ngày khác",
                false));

    for (var twice = 0; twice < 2; twice++) {
      assertThat(
              mvc.post()
                  .uri("/desk/calendar/days/2033-05-12/removal")
                  .with(SignedIn.as(KEEPER))
                  .with(csrf())
                  .exchange())
          .hasStatus(302);
    }
    assertThat(days.listSpecialDays(Year.of(2033))).isEmpty();
  }

  @Test
  void whatIsNoDayIsToldAtItsField() {
    assertThat(save(KEEPER, "20", "", ""))
        .hasStatusOk()
        .bodyText()
        .contains("Nhập một ngày có thật", "Nhập tên tiếng Việt của ngày này", "Chọn nơi áp dụng");
  }

  @Test
  void theReformIsForTheCountrysAdministratorOnly() {
    assertThat(get(Officers.haLongAdmin(), "/desk/country")).hasStatus(403);
    assertThat(get(KEEPER, "/desk/country"))
        .hasStatusOk()
        .bodyText()
        .contains("Hiện có 63 tỉnh, thành phố");
  }

  private MvcTestResult get(CurrentUser officer, String uri) {
    return mvc.get().uri(uri).with(SignedIn.as(officer)).exchange();
  }

  private MvcTestResult save(CurrentUser officer, String year, String name) {
    return save(officer, year, name, "all");
  }

  private MvcTestResult save(CurrentUser officer, String year, String name, String province) {
    return mvc.post()
        .uri("/desk/calendar/days")
        .with(SignedIn.as(officer))
        .with(csrf())
        .param("day.day", "12")
        .param("day.month", "5")
        .param("day.year", year)
        .param("province", province)
        .param("kind", "HOLIDAY")
        .param("name", name)
        .exchange();
  }
}
