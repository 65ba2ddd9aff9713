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
        .contains("Có con nhỏ", "/procedures?event=having-a-child")
        .contains("Tạm dừng, chấm dứt hoạt động")
        .doesNotContainPattern(">\\s*home\\.");
  }

  @Test
  void aGroupWithoutProceduresLeadsToASearch() {
    assertThat(mvc.get().uri("/"))
        .bodyText()
        .contains("/procedures?q=%C4%91%E1%BA%A5u%20th%E1%BA%A7u")
        .doesNotContain("event=procurement");
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
  void theSiteMapNamesEveryProcedure() {
    assertThat(mvc.get().uri("/sitemap.xml"))
        .hasStatusOk()
        .hasContentTypeCompatibleWith("application/xml")
        .bodyText()
        .contains("/procedures/1.001193</loc>");
  }

  @Test
  void robotsAreKeptFromWhatIsPersonal() {
    assertThat(mvc.get().uri("/robots.txt"))
        .hasStatusOk()
        .bodyText()
        .contains("Disallow: /my/", "/sitemap.xml");
  }
}
