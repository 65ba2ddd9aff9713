package org.motcua.catalogue.searching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class SuggestionTest {

  @Autowired MockMvcTester mvc;

  @Test
  void namesAreOfferedFromTheirFirstLettersWithoutAccents() {
    assertThat(suggest("dang ky khai s", "vi"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.suggestions[0]")
        .isEqualTo(
            java.util.Map.of(
                "text", "Đăng ký khai sinh", "kind", "Thủ tục", "address", "/procedures/1.001193"));
  }

  @Test
  void everydayWordsAreOfferedAsSearches() {
    assertThat(suggest("bang l", "vi"))
        .bodyText()
        .contains("\"text\":\"bằng lái\"", "/procedures?q=b%E1%BA%B1ng%20l%C3%A1i");
  }

  @Test
  void whatIsMeantIsOfferedToo() {
    assertThat(suggest("mất bằng lái", "vi")).bodyText().contains("Cấp lại Giấy phép lái xe");
  }

  @Test
  void namesAreOfferedInEnglish() {
    assertThat(suggest("birth reg", "en"))
        .bodyText()
        .contains("Birth registration", "\"kind\":\"Procedure\"");
  }

  @Test
  void anAnswerHangsOnItsAddressAloneAndMayBeKept() {
    var reply = suggest("khai", "vi");
    assertThat(reply).headers().hasValue(HttpHeaders.CACHE_CONTROL, "max-age=300, public");
    assertThat(reply.getResponse().getCookies()).isEmpty();
  }

  @Test
  void oddBeginningsOfferNothing() {
    for (var odd : java.util.List.of("", " ", "?", "\"*", "x".repeat(5000), "a ".repeat(99))) {
      assertThat(suggest(odd, "vi")).hasStatusOk().bodyText().isEqualTo("{\"suggestions\":[]}");
    }
  }

  private MvcTestResult suggest(String typed, String language) {
    return mvc.get()
        .uri("/procedures/suggestions")
        .param("q", typed)
        .param("in", language)
        .exchange();
  }
}
