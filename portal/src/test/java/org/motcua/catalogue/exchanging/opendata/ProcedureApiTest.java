package org.motcua.catalogue.exchanging.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.catalogue.Catalogue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
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
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=many",
        "after=nonsense",
        "audience=X",
        "level=X",
        "province=999"
      })
  void aWrongParameterIsAProblem(String parameter) {
    assertThat(mvc.get().uri("/api/procedures?" + parameter).with(reader()))
        .hasStatus(HttpStatus.BAD_REQUEST)
        .hasContentTypeCompatibleWith("application/problem+json");
  }

  @Test
  void isOpenToAll() {
    assertThat(mvc.get().uri("/api/procedures")).hasStatusOk();
    assertThat(mvc.get().uri("/api/procedures/1.001193"))
        .hasStatusOk()
        .headers()
        .hasValue("Cache-Control", "max-age=60, public");
  }

  @Test
  void isNarrowedByWhatAProcedureIs() {
    for (var filter :
        List.of(
            "audience=CITIZEN",
            "level=COMMUNE",
            "field=LVF4E101",
            "online=APPLY_AND_PAY",
            "agency=Ủy ban nhân dân cấp xã")) {
      assertThat(codes("/api/procedures?limit=100&" + filter)).contains("1.001193");
    }
    assertThat(codes("/api/procedures?level=MINISTRY&limit=100")).doesNotContain("1.001193");
  }

  @Test
  void tellsTheTextOfADayAndSinceWhenItKnows() {
    assertThat(mvc.get().uri("/api/procedures/1.001193?on=2040-01-01")).hasStatusOk();
    assertThat(mvc.get().uri("/api/procedures/1.001193?on=2010-07-10"))
        .hasStatus(HttpStatus.NOT_FOUND)
        .bodyText()
        .contains("since");
    assertThat(mvc.get().uri("/api/procedures/1.001193?on=yesterday"))
        .hasStatus(HttpStatus.BAD_REQUEST)
        .hasContentTypeCompatibleWith("application/problem+json");
  }

  @Test
  void speaksTheNationalLanguageToo() {
    assertThat(mvc.get().uri("/api/procedures/1.001193?format=national"))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying("$.MATTHC", it -> it.assertThat().isEqualTo("1.001193"))
        .hasPathSatisfying("$.TENTTHC", it -> it.assertThat().isEqualTo("Đăng ký khai sinh"));
    assertThat(mvc.get().uri("/api/procedures/1.001193?format=xml"))
        .hasStatus(HttpStatus.BAD_REQUEST);
  }

  @Test
  void aProvinceWithoutACopyReadsTheMinistrysText() {
    assertThat(mvc.get().uri("/api/procedures/1.001193?province=22"))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying("$.code", it -> it.assertThat().isEqualTo("1.001193"));
    assertThat(mvc.get().uri("/api/procedures/1.001193?province=999"))
        .hasStatus(HttpStatus.BAD_REQUEST);
  }

  @Test
  void theOtherWritingHasAnotherTag() {
    var own = mvc.get().uri("/api/procedures/1.001193").exchange().getResponse().getHeader("ETag");
    assertThat(
            mvc.get()
                .uri("/api/procedures/1.001193?format=national")
                .header("If-None-Match", String.valueOf(own)))
        .hasStatusOk();
  }

  @Test
  void whoAsksTooOftenIsToldWhenToAskAgain() {
    MvcTestResult reply;
    var asked = 0;
    do {
      reply = mvc.get().uri("/api/procedures/1.001193").with(from("2001:db8::" + asked)).exchange();
    } while (reply.getResponse().getStatus() == 200 && ++asked < 700);

    assertThat(asked).isBetween(300, 600);
    assertThat(reply)
        .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
        .hasContentTypeCompatibleWith("application/problem+json")
        .headers()
        .containsHeaders("Retry-After", "RateLimit", "RateLimit-Policy");
    assertThat(mvc.get().uri("/api/procedures/1.001193").with(from("2001:db8:0:1::1")))
        .hasStatusOk()
        .headers()
        .hasValue("RateLimit-Policy", "\"open-data\";q=300;w=60");
  }

  @Test
  void theExportHoldsEverythingInTheOrderOfCodes() {
    var lines = body("/api/procedures/export").lines().toList();

    assertThat(lines.stream().map(line -> JsonPath.<String>read(line, "$.MATTHC")))
        .isEqualTo(catalogue.codes(null, 1000).stream().map(Object::toString).toList());
  }

  @Test
  void aPartIsExportedAsItIsListed() {
    var listed = codes("/api/procedures?level=COMMUNE&limit=100");
    var exported = body("/api/procedures/export?level=COMMUNE").lines();

    assertThat(exported.map(line -> JsonPath.<String>read(line, "$.MATTHC"))).isEqualTo(listed);
  }

  @Test
  void theTableBeginsWithItsHeadAndWantedMark() {
    var table = body("/api/procedures/export?format=csv&bom=true");

    assertThat(table).startsWith("\uFEFFcode,name,name_english,");
    assertThat(table).contains("\r\n1.001193,Đăng ký khai sinh,Birth registration,Hộ tịch,");
    assertThat(body("/api/procedures/export?format=csv")).startsWith("code,");
    assertThat(mvc.get().uri("/api/procedures/export?format=xml").with(reader()))
        .hasStatus(HttpStatus.BAD_REQUEST);
  }

  @Test
  void theOpenDataPageExplainsItInBothLanguages() {
    assertThat(mvc.get().uri("/open-data"))
        .hasStatusOk()
        .bodyText()
        .contains("Dữ liệu mở", "/api/procedures/export?format=national", "300 lần");
    assertThat(mvc.get().uri("/open-data?lang=en"))
        .hasStatusOk()
        .bodyText()
        .contains("Open data", "/api/docs")
        .doesNotContain("catalogue.openData");
  }

  private static RequestPostProcessor from(String address) {
    return request -> {
      request.setRemoteAddr(address);
      return request;
    };
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

  /** A client of its own: the tests share one minute. */
  private static RequestPostProcessor reader() {
    return jwt().jwt(token -> token.subject(UUID.randomUUID().toString()));
  }
}
