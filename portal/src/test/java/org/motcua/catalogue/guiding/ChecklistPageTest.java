package org.motcua.catalogue.guiding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.catalogue.Catalogue;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

@SpringBootTest
@AutoConfigureMockMvc
class ChecklistPageTest {

  private static final String BIRTH = "/procedures/1.001193/checklist";
  private static final String ANSWERED =
      BIRTH + "?born=clinic&who=parent&parents=married&nationality=vietnamese&days=in-time";
  private static final String HONG_HA = "&place.province=22&place.district=193&place.commune=06697";

  @Autowired private MockMvcTester mvc;
  @Autowired private Catalogue catalogue;
  @Autowired private MovableClock clock;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void asksOneQuestionAPageWithoutSignIn() {
    assertThat(page(BIRTH))
        .contains("Câu hỏi 1", "Bé được sinh ra trong hoàn cảnh nào?", "name=\"born\"")
        .contains("Câu trả lời của bạn không được lưu lại")
        .doesNotContain("Ai đi đăng ký?");
    assertThat(page(BIRTH + "?born=clinic"))
        .contains("Câu hỏi 2", "Ai đi đăng ký?", "name=\"who\"")
        .contains("Bạn đã trả lời", "Tại bệnh viện")
        .contains("?born=clinic&ask=born");
  }

  @Test
  void theAnswerJustSentLeavesACleanAddress() {
    assertThat(open(BIRTH + "?born=clinic&asked=born"))
        .hasStatus3xxRedirection()
        .hasRedirectedUrl(BIRTH + "?born=clinic");
  }

  @Test
  void withoutAnAnswerTheQuestionIsAskedAgainWithAWord() {
    assertThat(page(BIRTH + "?asked=born"))
        .contains("Hãy chọn một câu trả lời", "href=\"#born\"", "Câu hỏi 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?born=moon", "?born=%3Cscript%3E", "?born=clinic&born=x&who=nobody"})
  void anAlteredAnswerIsToldAndAskedAgain(String query) {
    assertThat(page(BIRTH + query))
        .contains("không có trong danh sách")
        .doesNotContain("<script>", "<moon");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?place.province=99",
        "?ask=nothing",
        "?lang=xx",
        "?asked=place",
        "?asked=asked",
        "?who=parent",
        "?_update=place",
        "?born=",
        "?born",
        "?place=any&place.province=22",
        "?utm_source=mail"
      })
  void whateverTheAddressHoldsThereIsAPageToGoOnFrom(String query) {
    assertThat(open(BIRTH + query).getResponse().getStatus()).isLessThan(400);
    assertThat(open(ANSWERED + "&" + query.substring(1)).getResponse().getStatus()).isLessThan(400);
  }

  @Test
  void thenAsksForThePlace() {
    assertThat(page(ANSWERED))
        .contains("Cha hoặc mẹ của bé cư trú ở đâu?", "place.province", "Bỏ qua câu này")
        .doesNotContain("Hãy chọn nơi");
    assertThat(page(ANSWERED + "&asked=place")).contains("Hãy chọn nơi, hoặc bấm");
    assertThat(page(ANSWERED + "&place.province=22&place.district=193&asked=place"))
        .contains("Hãy chọn tiếp đến xã", "Phường Hồng Hà");
    assertThat(page(ANSWERED + "&place.province=22&_update=place&asked=place"))
        .contains("Thành phố Hạ Long")
        .doesNotContain("Hãy chọn tiếp");
    assertThat(page(ANSWERED + "&place.province=22&place.district=193&place.commune=00001"))
        .contains("không có trong danh mục đơn vị hành chính");
  }

  @Test
  void theListNamesPapersFeeTimeDayAndOffice() {
    clock.moveTo(Instant.parse("2026-11-20T03:00:00Z")); // a Friday morning in Hạ Long
    assertThat(page(ANSWERED + HONG_HA))
        .contains("Giấy chứng sinh", "Giấy chứng nhận kết hôn của cha mẹ", "1 bản chính")
        .contains("Miễn phí", "1 ngày làm việc")
        .contains("Phường Hồng Hà, Thành phố Hạ Long, Tỉnh Quảng Ninh")
        .contains("Ủy ban nhân dân")
        .contains("thứ Sáu ngày 20/11/2026")
        .contains("/services/birth-registration")
        .contains(
            "data-mc-print", "<a class=\"govuk-link\" href=\"/procedures/2.000986\">2.000986</a>")
        .doesNotContain("Giấy cam đoan", "Giấy ủy quyền");
  }

  @Test
  void whatIsFiledAfterThreeOnAFridayIsDueOnMondayAndSaysWhy() {
    clock.moveTo(Instant.parse("2026-11-20T08:30:00Z"));
    assertThat(page(ANSWERED + HONG_HA))
        .contains("Chậm nhất có kết quả: <strong>thứ Hai ngày 23/11/2026")
        .contains("không tính 2 ngày cuối tuần");
  }

  @Test
  void thePlaceMayBePassedOver() {
    assertThat(open(ANSWERED + "&place=any&place.province=&asked=place"))
        .hasRedirectedUrl(ANSWERED + "&place=any");
    assertThat(page(ANSWERED + "&place=any"))
        .contains("Ủy ban nhân dân cấp xã", "Chưa chọn", "Chậm nhất có kết quả");
  }

  @Test
  void anEarlierAnswerCanBeChangedAndWhatNoLongerFitsIsDropped() {
    assertThat(page(ANSWERED + HONG_HA + "&ask=born"))
        .contains("Câu hỏi 1", "name=\"parents\" value=\"married\"")
        .contains("name=\"place.commune\" value=\"06697\"");
    assertThat(open(ANSWERED.replace("born=clinic", "born=abandoned") + HONG_HA + "&asked=born"))
        .hasRedirectedUrl(BIRTH + "?born=abandoned&days=in-time" + HONG_HA);
    assertThat(page(BIRTH + "?born=abandoned&days=in-time" + HONG_HA))
        .contains("Biên bản về việc trẻ bị bỏ rơi")
        .doesNotContain("Giấy chứng sinh");
  }

  @Test
  void theCommunesPoliceAreNamedAfterTheirCommune() {
    assertThat(
            page("/procedures/1.004194/checklist?home=rented&who=adult&channel=online" + HONG_HA))
        .contains("Công an phường Hồng Hà", "7.000 đồng");
  }

  @Test
  void aDepartmentIsFoundByTheProvinceAlone() {
    var address = "/procedures/2.001583/checklist?owner=person&foreign=no&who=representative";
    assertThat(page(address))
        .contains("Công ty đặt trụ sở ở tỉnh nào?")
        .doesNotContain("place.commune");
    assertThat(page(address + "&place.province=22")).contains("Quảng Ninh", "100.000 đồng");
  }

  @Test
  void anOfficeForTheWholeCountryNeedsNoPlace() {
    assertThat(page("/procedures/1.002300/checklist?person=citizen&licence=card&office=central"))
        .contains("Cục Cảnh sát giao thông", "135.000 đồng", "Hộ chiếu còn giá trị");
  }

  @Test
  void speaksEnglishThroughout() {
    clock.moveTo(Instant.parse("2026-11-20T08:30:00Z"));
    assertThat(page(BIRTH + "?lang=en")).contains("How was the child born?", "Question 1");
    assertThat(page(ANSWERED + HONG_HA + "&lang=en"))
        .contains("The clinic's certificate of birth", "Free of charge", "Monday 23 November 2026")
        .contains("leaving out 2 weekend days", "lang=\"vi\"")
        .doesNotContain("Giấy chứng sinh", "catalogue.guide");
  }

  /** Without rules of its own a procedure is asked for what its text distinguishes. */
  @Test
  void everyProcedureHasAChecklistInBothLanguages() {
    for (var code : catalogue.codes(null, 1000)) {
      for (var language : new String[] {"vi", "en"}) {
        var address = "/procedures/" + code + "/checklist?lang=" + language;
        var page = page(address);
        for (var step = 0; step < 12 && page.contains("name=\"asked\""); step++) {
          address += "&" + firstAnswer(page);
          page = page(address);
        }
        assertThat(page)
            .as(address)
            .contains("mc-list__foot")
            .doesNotContainPattern(">\\s*catalogue\\.");
      }
    }
  }

  private static String firstAnswer(String page) {
    var asked = page.split("name=\"asked\" value=\"")[1].split("\"")[0];
    if (asked.equals("place")) return "place=any";
    return asked + "=" + page.split("type=\"radio\" value=\"")[1].split("\"")[0];
  }

  @Test
  void theProceduresPageLeadsThere() {
    assertThat(page("/procedures/1.001193")).contains("href=\"" + BIRTH + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.999999", "nonsense"})
  void anUnknownProcedureIsNotFound(String code) {
    assertThat(mvc.get().uri("/procedures/{code}/checklist", code)).hasStatus(HttpStatus.NOT_FOUND);
  }

  private MvcTestResult open(String address) {
    return mvc.get().uri(URI.create(address)).exchange();
  }

  private String page(String address) {
    var answer = open(address);
    assertThat(answer).as(address).hasStatusOk();
    return HtmlUtils.htmlUnescape(
        new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
  }
}
