package org.motcua.catalogue.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.catalogue.Catalogue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SpringBootTest
@AutoConfigureMockMvc
class ProcedureApiTest {

  @Autowired private MockMvcTester mvc;
  @Autowired private Catalogue catalogue;

  @Test
  void answersBestFirst() {
    assertThat(mvc.get().uri("/api/procedures").param("q", "giay khai sinh").with(reader()))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.items[0].code")
        .isEqualTo("1.001193");
  }

  @Test
  void pagesGoThroughEverythingOnceInTheOrderOfCodes() {
    var codes = new ArrayList<String>();
    String after = "";
    do {
      var page = page(after);
      codes.addAll(JsonPath.<List<String>>read(page, "$.items[*].code"));
      after = JsonPath.<@Nullable String>read(page, "$.next");
    } while (after != null);

    assertThat(codes)
        .isEqualTo(catalogue.codes(null, 1000).stream().map(Object::toString).toList());
  }

  @Test
  void pagesOfASearchNeitherRepeatNorSkip() {
    var whole = codes("/api/procedures?q=đăng ký&limit=100");
    var inParts = new ArrayList<String>();
    String after = "";
    do {
      var page = body("/api/procedures?q=đăng ký&limit=2&after=" + after);
      inParts.addAll(JsonPath.<List<String>>read(page, "$.items[*].code"));
      after = JsonPath.<@Nullable String>read(page, "$.next");
    } while (after != null);

    assertThat(inParts).isEqualTo(whole).hasSizeGreaterThan(4);
  }

  @Test
  void onePartTellsAllOfAProcedure() {
    assertThat(mvc.get().uri("/api/procedures/1.001193").with(reader()))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying("$.code", it -> it.assertThat().isEqualTo("1.001193"))
        .hasPathSatisfying("$.papers[0].papers[0].originals", it -> it.assertThat().isEqualTo(1))
        .hasPathSatisfying("$.channels[0].manner", it -> it.assertThat().isEqualTo("ONLINE"))
        .hasPathSatisfying("$.legalBasis[0].of", it -> it.assertThat().isEqualTo("2014-11-20"));
  }

  @Test
  void whoHasItAlreadyIsToldThatItIsUnchanged() {
    var first = mvc.get().uri("/api/procedures/1.001193").with(reader()).exchange();

    assertThat(
            mvc.get()
                .uri("/api/procedures/1.001193")
                .with(reader())
                .header("If-None-Match", String.valueOf(first.getResponse().getHeader("ETag"))))
        .hasStatus(HttpStatus.NOT_MODIFIED);
  }

  @Test
  void anUnknownCodeIsAProblem() {
    assertThat(mvc.get().uri("/api/procedures/1.999999").with(reader()))
        .hasStatus(HttpStatus.NOT_FOUND)
        .hasContentTypeCompatibleWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=many", "after=nonsense", "audience=X"})
  void aWrongParameterIsAProblem(String parameter) {
    assertThat(mvc.get().uri("/api/procedures?" + parameter).with(reader()))
        .hasStatus(HttpStatus.BAD_REQUEST)
        .hasContentTypeCompatibleWith("application/problem+json");
  }

  @Test
  void needsAToken() {
    assertThat(mvc.get().uri("/api/procedures")).hasStatus(HttpStatus.UNAUTHORIZED);
  }

  @Test
  void needsTheScope() {
    var other = jwt().authorities(new SimpleGrantedAuthority("SCOPE_dossiers.read"));
    assertThat(mvc.get().uri("/api/procedures").with(other)).hasStatus(HttpStatus.FORBIDDEN);
  }

  private List<String> codes(String address) {
    return JsonPath.read(body(address), "$.items[*].code");
  }

  private String page(String after) {
    return body("/api/procedures?limit=4&after=" + after);
  }

  private String body(String address) {
    var reply = mvc.get().uri(address).with(reader()).exchange();
    assertThat(reply).hasStatusOk();
    return new String(reply.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static RequestPostProcessor reader() {
    return jwt().authorities(new SimpleGrantedAuthority("SCOPE_catalogue.read"));
  }
}
