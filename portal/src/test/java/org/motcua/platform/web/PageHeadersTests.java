package org.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class PageHeadersTests {

  @Autowired MockMvcTester mvc;

  @Test
  void aPageMayLoadNothingButWhatThePortalServes() {
    var page = mvc.get().uri("/dev/ui").exchange();
    assertThat(page.getResponse().getHeader("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(page)
        .hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader("Referrer-Policy", "strict-origin-when-cross-origin")
        .containsHeader("Permissions-Policy");
  }

  @Test
  void nothingInAPageIsInline() throws Exception {
    assertThat(mvc.get().uri("/dev/ui").exchange().getResponse().getContentAsString())
        .doesNotContain(" style=", "<style", " onclick=", "<script>");
  }

  @Test
  void onlyTransportThatIsSafeAsksToStaySo() {
    assertThat(mvc.get().uri("/dev/ui").secure(true)).containsHeader("Strict-Transport-Security");
    assertThat(mvc.get().uri("/dev/ui")).doesNotContainHeader("Strict-Transport-Security");
  }

  @Test
  void theLanguageIsRemembered() {
    var switched = mvc.get().uri("/dev/ui?lang=en").exchange();
    var cookie = Objects.requireNonNull(switched.getResponse().getCookie("motcua_language"));
    assertThat(mvc.get().uri("/dev/ui").cookie(cookie)).bodyText().contains("<html lang=\"en\">");
  }
}
