package org.motcua.catalogue.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class AgencyPagesTest {

  @Autowired private MockMvcTester mvc;

  /** A commune, a province's department, a ministry, a province. */
  @ParameterizedTest
  @CsvSource({
    "000.17.31.H49, Đăng ký khai sinh",
    "000.00.02.H49, khuyến mại",
    "000.00.00.G15, Đăng ký khai sinh",
    "H49.31.17, Ủy ban nhân dân phường Hồng Hà"
  })
  void anAgencyTellsWhatCanBeDoneThere(String code, String told) {
    assertThat(mvc.get().uri("/agencies/{code}", code))
        .hasStatusOk()
        .bodyText()
        .containsIgnoringCase(told);
  }

  @Test
  void aProvinceLeadsToItsDepartmentsAndDistricts() {
    assertThat(mvc.get().uri("/agencies/000.00.00.H49?lang=en"))
        .hasStatusOk()
        .bodyText()
        .contains("Sở Tư pháp tỉnh Quảng Ninh", "thành phố Hạ Long", "Agencies below it");
  }

  @Test
  void agenciesAreFoundByNameAndPlace() {
    assertThat(mvc.get().uri("/agencies?q=phuong hong ha"))
        .bodyText()
        .contains("/agencies/000.17.31.H49");
    assertThat(mvc.get().uri("/agencies?q=khongcogi"))
        .bodyText()
        .contains("Không thấy cơ quan nào");
    assertThat(mvc.get().uri("/agencies")).bodyText().contains("Bộ Tư pháp", "Tỉnh Quảng Ninh");
  }

  @ParameterizedTest
  @CsvSource({"nonsense", "999.99.99.Z99"})
  void anUnknownAgencyIsNotFound(String code) {
    assertThat(mvc.get().uri("/agencies/{code}", code)).hasStatus(HttpStatus.NOT_FOUND);
  }
}
