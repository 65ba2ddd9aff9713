package org.motcua.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
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

  @ParameterizedTest
  @CsvSource({
    "/sitemap.xml, /sitemaps/procedures.xml</loc>",
    "/sitemaps/procedures.xml, /procedures/1.001193</loc>",
    "/sitemaps/life-events.xml, /life-events/bereavement</loc>",
    "/sitemaps/agencies.xml, /agencies/000.17.31.H49</loc>",
    "/sitemaps/portal.xml, /about</loc>",
    "/sitemaps/procedures.xml?after=/procedures/1.000894, /procedures/1.001022</loc>"
  })
  void siteMapsNameWhatEverybodyMayRead(String map, String named) {
    assertThat(mvc.get().uri(map))
        .hasStatusOk()
        .hasContentTypeCompatibleWith("application/xml")
        .bodyText()
        .contains(named)
        .doesNotContain("/my/", "/desk/");
  }

  @Test
  void aSiteMapOfNothingIsNotFound() {
    assertThat(mvc.get().uri("/sitemaps/secrets.xml")).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void robotsAreKeptFromWhatIsPersonal() {
    assertThat(mvc.get().uri("/robots.txt"))
        .hasStatusOk()
        .bodyText()
        .contains("Disallow: /my/", "/sitemap.xml");
  }
}
