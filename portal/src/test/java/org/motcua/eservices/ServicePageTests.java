package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motcua.catalogue.ProcedureCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class ServicePageTests {

  @Autowired MockMvcTester mvc;
  @Autowired OnlineServices services;
  @Autowired ServicesInMemory links;

  @Test
  void thePageSaysWhatIsNeededAndOffersToStart() {
    assertThat(mvc.get().uri("/services/birth-registration"))
        .hasStatusOk()
        .bodyText()
        .contains("Đăng ký khai sinh", "Giấy chứng sinh", "Miễn lệ phí", "sau 15 giờ")
        .contains("action=\"/my/dossiers\"", "value=\"birth-registration\"");
    assertThat(mvc.get().uri("/services/birth-registration?lang=en"))
        .hasStatusOk()
        .bodyText()
        .contains("Birth registration", "Apply online");
  }

  @Test
  void allServicesStandOnOnePageByName() {
    var page = mvc.get().uri("/services");
    assertThat(page)
        .hasStatusOk()
        .bodyText()
        .containsSubsequence(
            "Cho người dân",
            "href=\"/services/birth-registration\"",
            "href=\"/services/death-registration\"",
            "Cho doanh nghiệp, tổ chức",
            "href=\"/services/promotion-notice\"");
    assertThat(mvc.get().uri("/services?lang=en"))
        .hasStatusOk()
        .bodyText()
        .contains("Online services", "Birth registration", "For enterprises and organisations");
  }

  @Test
  void aServiceThatIsNotThereIsNotFound() {
    assertThat(mvc.get().uri("/services/no-such-thing")).hasStatus(404);
    assertThat(mvc.get().uri("/services/..%2Fetc")).hasStatus4xxClientError();
  }

  @Test
  void theProcedureLeadsToTheService() {
    assertThat(links.addressFor(new ProcedureCode("1.001193")))
        .contains("/services/birth-registration");
    assertThat(services.problems()).isEmpty();
  }
}
