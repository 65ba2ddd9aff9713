package org.motcua.dossiers.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossiersTest;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class DossiersApiTests extends DossiersTest {

  private static final String QUANG_NINH = "000.00.00.H49";
  private static final String HA_NOI = "000.00.00.H26";
  private static final String PROBLEM = "application/problem+json";

  @Test
  void aProvinceListsTheDossiersBelowItPageByPage() {
    var first = dossier(submittedBy(births.mother())).submittedCode().value();
    var second = dossier(submittedBy(births.mother())).submittedCode().value();

    assertThat(codes("/api/dossiers?limit=5"))
        .contains(first, second)
        .doesNotHaveDuplicates()
        .isEqualTo(codes("/api/dossiers?limit=200"));
  }

  @Test
  void oneAgencyBelowIsListedByItsCode() {
    var dossier = dossier(submittedBy(births.mother()));
    var address = "/api/dossiers?limit=200&agency=" + dossier.decidingAgency();

    assertThat(codes(address)).contains(dossier.submittedCode().value());
  }

  @Test
  void oneDossierIsToldWithItsHistoryAndAShortenedName() {
    var dossier = dossier(submittedBy(births.mother()));

    assertThat(get("/api/dossiers/" + dossier.submittedCode(), reader(QUANG_NINH)))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying("$.applicant", it -> it.assertThat().isEqualTo("N. T. Mai"))
        .hasPathSatisfying("$.procedure", it -> it.assertThat().isEqualTo("1.001193"))
        .hasPathSatisfying("$.status", it -> it.assertThat().isEqualTo(1))
        .hasPathSatisfying("$.history[0].note", it -> it.assertThat().isEqualTo("Nộp hồ sơ"));
  }

  @Test
  void anotherProvincesDossiersAreClosed() {
    var dossier = dossier(submittedBy(births.mother()));

    assertThat(get("/api/dossiers?agency=" + HA_NOI, reader(QUANG_NINH)))
        .hasStatus(403)
        .hasContentTypeCompatibleWith(PROBLEM);
    assertThat(get("/api/dossiers?agency=" + dossier.decidingAgency(), reader(HA_NOI)))
        .hasStatus(403);
    assertThat(get("/api/dossiers/" + dossier.submittedCode(), reader(HA_NOI))).hasStatus(404);
    assertThat(codes("/api/dossiers?limit=200", reader(HA_NOI)))
        .doesNotContain(dossier.submittedCode().value());
  }

  @Test
  void withoutTheScopeOrATokenNothingIsTold() {
    var other = jwt().jwt(token -> token.claim("agency", QUANG_NINH)).authorities();
    assertThat(get("/api/dossiers", other)).hasStatus(403).hasContentTypeCompatibleWith(PROBLEM);
    assertThat(mvc.get().uri("/api/dossiers")).hasStatus(401);
  }

  @Test
  void anUnknownCodeAndNoCodeAreProblems() {
    for (var code : List.of("H49.12.03-190101-0001", "nonsense")) {
      assertThat(get("/api/dossiers/" + code, reader(QUANG_NINH)))
          .hasStatus(404)
          .hasContentTypeCompatibleWith(PROBLEM);
    }
    assertThat(get("/api/dossiers?agency=nonsense", reader(QUANG_NINH)))
        .hasStatus(400)
        .hasContentTypeCompatibleWith(PROBLEM);
  }

  private List<String> codes(String address) {
    return codes(address, reader(QUANG_NINH));
  }

  private List<String> codes(String address, RequestPostProcessor reader) {
    var codes = new ArrayList<String>();
    @Nullable String next = null;
    do {
      var reply = get(next == null ? address : address + "&after=" + next, reader);
      assertThat(reply).hasStatusOk();
      var body = new String(reply.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
      codes.addAll(JsonPath.<List<String>>read(body, "$.items[*].code"));
      next = JsonPath.<@Nullable String>read(body, "$.next");
    } while (next != null);
    return codes;
  }

  private MvcTestResult get(String address, RequestPostProcessor reader) {
    return mvc.get().uri(address).with(reader).exchange();
  }

  private static RequestPostProcessor reader(String agency) {
    return jwt()
        .jwt(token -> token.claim("agency", agency))
        .authorities(new SimpleGrantedAuthority("SCOPE_dossiers.read"));
  }
}
