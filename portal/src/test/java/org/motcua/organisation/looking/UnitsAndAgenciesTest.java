package org.motcua.organisation.looking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class UnitsAndAgenciesTest {

  @Autowired MockMvcTester mvc;

  @Test
  void thePickerGetsProvincesThenDistrictsThenCommunes() {
    assertThat(mvc.get().uri("/units"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.length()")
        .isEqualTo(63);
    assertThat(mvc.get().uri("/units?parent=22"))
        .bodyJson()
        .extractingPath("$[?(@.code == '193')].name")
        .asArray()
        .containsExactly("Thành phố Hạ Long");
    assertThat(mvc.get().uri("/units?parent=193"))
        .bodyJson()
        .extractingPath("$[?(@.code == '06697')].name")
        .asArray()
        .containsExactly("Phường Hồng Hà");
    assertThat(mvc.get().uri("/units?parent=06697")).hasStatusOk().bodyJson().isEqualTo("[]");
  }

  @Test
  void thePickersAnswersMayBeCached() {
    assertThat(mvc.get().uri("/units?parent=22"))
        .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=3600, public");
  }

  @Test
  void anUnknownUnitIsNotFound() {
    assertThat(mvc.get().uri("/units?parent=99")).hasStatus(404);
    assertThat(mvc.get().uri("/units?parent=abc")).hasStatus(404);
  }

  @Test
  void otherSystemsReadUnits() {
    assertThat(api("/api/organisation/units?parent=193"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$[?(@.code == '06697')].parent")
        .asArray()
        .containsExactly("193");
  }

  @Test
  void otherSystemsReadAgenciesPageByPage() {
    var first = api("/api/organisation/agencies?under=H49&size=2");
    assertThat(first)
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.agencies[*].decision20")
        .asArray()
        .containsExactly("H49", "H49.01");
    assertThat(first).bodyJson().extractingPath("$.next").isEqualTo("000.00.01.H49");
    assertThat(api("/api/organisation/agencies?under=H49&size=2&after=000.00.01.H49"))
        .bodyJson()
        .extractingPath("$.agencies[*].decision20")
        .asArray()
        .containsExactly("H49.02", "H49.04");
    assertThat(api("/api/organisation/agencies?after=000.30.60.H63"))
        .bodyJson()
        .extractingPath("$.next")
        .isNull();
  }

  @Test
  void wrongCodesAreToldAsSuch() {
    assertThat(api("/api/organisation/agencies?under=H4")).hasStatus(400);
    assertThat(api("/api/organisation/agencies?under=H99")).hasStatus(404);
    assertThat(api("/api/organisation/units?parent=99")).hasStatus(404);
  }

  @Test
  void onlyClientsWithTheScopeRead() {
    assertThat(mvc.get().uri("/api/organisation/units")).hasStatus(401);
    assertThat(mvc.get().uri("/api/organisation/units").with(jwt())).hasStatus(403);
  }

  private MvcTestResult api(String uri) {
    return mvc.get()
        .uri(uri)
        .with(jwt().authorities(new SimpleGrantedAuthority("SCOPE_catalogue.read")))
        .exchange();
  }
}
