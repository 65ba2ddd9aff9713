package org.motcua.catalogue.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class SearchPageTest {

  @Autowired private MockMvcTester mvc;

  @Test
  void showsResultsWithTheWordsThatWereLookedFor() {
    assertThat(mvc.get().uri("/procedures").param("q", "dang ky khai sinh"))
        .hasStatusOk()
        .bodyText()
        .contains("/procedures/1.001193")
        .contains("<mark class=\"mc-mark\">Đăng ký khai sinh</mark>");
  }

  @Test
  void speaksEnglishToo() {
    assertThat(mvc.get().uri("/procedures").param("q", "birth certificate").param("lang", "en"))
        .hasStatusOk()
        .bodyText()
        .contains("Find a procedure")
        .contains("/procedures/1.001193")
        .doesNotContain("catalogue.");
  }

  @Test
  void withoutAQueryEverythingIsListedAndTheNextPageGoesOn() {
    var first = body("/procedures");

    assertThat(first).contains("rel=\"next\"");
    var next =
        first.replaceAll("(?s).*href=\"([^\"]*after=[^\"]*)\".*", "$1").replace("&amp;", "&");
    var second = body(next);
    assertThat(firstHit(second)).isNotEqualTo(firstHit(first));
  }

  @Test
  void filtersByAudienceAndByLifeEvent() {
    assertThat(mvc.get().uri("/procedures?audience=ENTERPRISE"))
        .bodyText()
        .contains("/procedures/2.000033")
        .doesNotContain("/procedures/1.000894");
    assertThat(mvc.get().uri("/procedures?event=bereavement"))
        .bodyText()
        .contains("Người thân qua đời")
        .contains("/procedures/1.000656")
        .doesNotContain("/procedures/1.000894");
  }

  @Test
  void anEmptyResultHelpsOn() {
    assertThat(mvc.get().uri("/procedures").param("q", "zzqx wwvk"))
        .hasStatusOk()
        .bodyText()
        .contains("Chưa tìm thấy thủ tục nào cho “zzqx wwvk”")
        .contains("1800 1096")
        .contains("/procedures?event=having-a-child");
  }

  @Test
  void aMistypedQueryIsPutRightAndSaid() {
    assertThat(mvc.get().uri("/procedures").param("q", "khai sihn"))
        .bodyText()
        .contains("Có phải bạn muốn tìm:")
        .contains("khai sinh")
        .contains("/procedures/1.001193");
  }

  @ParameterizedTest
  @MethodSource("oddQueries")
  void oddQueriesAreOnlyWords(String query) {
    assertThat(mvc.get().uri("/procedures").param("q", query))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("<script>alert");
  }

  static Stream<String> oddQueries() {
    return Stream.of(
        "+khai -sinh && (name:* OR \"",
        "name:khai~2^5 /[a-z/ {a TO",
        "*",
        "?????",
        "\\",
        "khai sinh ".repeat(1000),
        "x".repeat(10_000),
        "👶🏽🍼 khai sinh",
        "👶",
        "'; drop table catalogue.procedure; --",
        "<script>alert(1)</script>",
        "%00 \uD800",
        "\u202Ekhai sinh",
        "1.",
        "1.00",
        "   ");
  }

  @Test
  void unknownFiltersAndPageMarksAreTakenForNone() {
    assertThat(mvc.get().uri("/procedures?q=khai sinh&audience=MARTIAN&event=x&after=nonsense"))
        .hasStatusOk()
        .bodyText()
        .contains("/procedures/1.001193");
  }

  private String body(String address) {
    var reply = mvc.get().uri(address).exchange();
    assertThat(reply).hasStatusOk();
    return new String(
        reply.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String firstHit(String body) {
    return body.replaceAll("(?s).*?<h2 class=\"mc-hit__name\"><a[^>]*href=\"([^\"]*)\".*", "$1");
  }
}
