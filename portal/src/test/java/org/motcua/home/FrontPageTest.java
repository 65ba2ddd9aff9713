package org.motcua.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class FrontPageTest {

  @Autowired private MockMvcTester mvc;

  @Test
  void leadsToSearchTrackingVerificationAndAllLifeEvents() {
    assertThat(mvc.get().uri("/"))
        .hasStatusOk()
        .bodyText()
        .contains("action=\"/procedures\"", "href=\"/track\"", "href=\"/verify\"")
        .contains("Có con nhỏ", "/life-events/having-a-child")
        .contains("Tạm dừng, chấm dứt hoạt động")
        .doesNotContainPattern(">\\s*home\\.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/help", "/about", "/accessibility", "/privacy"})
  void speaksEnglishToo(String address) {
    assertThat(mvc.get().uri(address).param("lang", "en"))
        .hasStatusOk()
        .bodyText()
        .contains("lang=\"en\"")
        .doesNotContainPattern(">\\s*home\\.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/help", "/about", "/accessibility", "/privacy"})
  void speaksVietnameseFirst(String address) {
    assertThat(mvc.get().uri(address)).hasStatusOk().bodyText().contains("lang=\"vi\"");
  }

  @Test
  void theSiteMapNamesEveryProcedureAndLifeEvent() {
    assertThat(mvc.get().uri("/sitemap.xml"))
        .hasStatusOk()
        .hasContentTypeCompatibleWith("application/xml")
        .bodyText()
        .contains("/procedures/1.001193</loc>", "/life-events/bereavement</loc>");
  }

  @Test
  void robotsAreKeptFromWhatIsPersonal() {
    assertThat(mvc.get().uri("/robots.txt"))
        .hasStatusOk()
        .bodyText()
        .contains("Disallow: /my/", "/sitemap.xml");
  }
}
