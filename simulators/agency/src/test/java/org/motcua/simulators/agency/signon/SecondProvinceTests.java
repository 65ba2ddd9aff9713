package org.motcua.simulators.agency.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.simulators.agency.Window.body;

import org.junit.jupiter.api.Test;
import org.motcua.simulators.agency.FakePerson;
import org.motcua.simulators.agency.ProvinceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.test.context.ActiveProfiles;

/** Thừa Thiên Huế: the same program with other settings, registered in today's way. */
@ActiveProfiles("hue")
class SecondProvinceTests extends ProvinceTest {

  @Autowired ServerProperties server;

  @Test
  void itProvesThatItAskedAndSendsItsSecretInTheHeader() {
    var window = newWindow();
    var asked = window.ask("");
    assertThat(asked.getQuery())
        .contains(
            "client_id=hue-portal",
            "code_challenge_method=S256",
            "redirect_uri=http://localhost:8092/login/oauth2/code/motcua");
    var page = window.follow(window.answer(PORTAL.provider.approve(asked, FakePerson.hung())));
    assertThat(body(page)).contains("Đây có phải tài khoản cũ của bạn?", "25/02/2019");
    assertThat(PORTAL.provider.lastTokenRequest)
        .containsKey("code_verifier")
        .doesNotContainKey("client_secret");
    assertThat(PORTAL.provider.lastBasic).startsWith("Basic ");
  }

  @Test
  void itHasItsOwnNameColourAndCookieAndReadsNoDossiers() {
    assertThat(mvc.get().uri("/"))
        .bodyText()
        .contains("Cổng dịch vụ công tỉnh Thừa Thiên Huế", "/hue.svg")
        .doesNotContain("/dossiers");
    assertThat(mvc.get().uri("/province.css")).bodyText().contains("#6b2d73");
    assertThat(mvc.get().uri("/dossiers")).hasStatus(404);
    assertThat(server.getServlet().getSession().getCookie().getName()).isEqualTo("HUE_SESSION");
  }
}
