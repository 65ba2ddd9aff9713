package org.motcua.catalogue.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.catalogue.Catalogue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class ProcedurePageTest {

  @Autowired private MockMvcTester mvc;
  @Autowired private Catalogue catalogue;

  @Test
  void saysWhoPapersTimeFeeStepsAndLaw() {
    assertThat(mvc.get().uri("/procedures/1.001193"))
        .hasStatusOk()
        .bodyText()
        .contains(
            "Đăng ký khai sinh",
            "Công dân Việt Nam",
            "Giấy chứng sinh",
            "1 ngày làm việc",
            "Miễn phí",
            "Luật Hộ tịch",
            "20/11/2014",
            "Thông tin cần được xác nhận");
  }

  @Test
  void theFrameIsEnglishForEnglishReadersAndTheVietnameseTextIsMarkedAsSuch() {
    assertThat(mvc.get().uri("/procedures/1.001193?lang=en"))
        .hasStatusOk()
        .bodyText()
        .contains("Birth registration", "Papers you need", "1 working day", "lang=\"vi\"")
        .doesNotContain("catalogue.fact");
  }

  @Test
  void everyProcedureOfTheCatalogueCanBeReadInBothLanguages() {
    for (var code : catalogue.codes(null, 1000)) {
      for (var language : new String[] {"vi", "en"}) {
        assertThat(mvc.get().uri("/procedures/{code}?lang={language}", code, language))
            .hasStatusOk()
            .bodyText()
            .doesNotContainPattern(">\\s*catalogue\\.");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.999999", "nonsense", "1.001193.000.00.00.H49", "1.001193'--"})
  void anUnknownCodeIsNotFound(String code) {
    assertThat(mvc.get().uri("/procedures/{code}", code)).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void whoHasThePageAlreadyIsToldThatItIsUnchanged() {
    var first = mvc.get().uri("/procedures/1.001193").exchange();
    var tag = String.valueOf(first.getResponse().getHeader("ETag"));

    assertThat(tag).startsWith("W/\"");
    assertThat(mvc.get().uri("/procedures/1.001193").header("If-None-Match", tag))
        .hasStatus(HttpStatus.NOT_MODIFIED);
  }
}
