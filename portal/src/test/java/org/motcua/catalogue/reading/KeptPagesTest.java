package org.motcua.catalogue.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.Procedures;
import org.motcua.catalogue.publishing.Publication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class KeptPagesTest {

  private static final String BIRTH = "/procedures/1.001193";
  private static final String KEY = BIRTH + "||";

  @Autowired private MockMvcTester mvc;
  @Autowired private KeptPages pages;
  @Autowired private Publication publication;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void leaveNothing() {
    jdbc.sql("delete from catalogue.version where code like '9.3%'").update();
    jdbc.sql("delete from catalogue.procedure where code like '9.3%'").update();
    pages.forgetAll();
  }

  @Test
  void theSecondReaderGetsTheSameBytesWithTheSameHeaders() throws Exception {
    var first = mvc.get().uri(BIRTH).exchange().getResponse();
    assertThat(pages.find(KEY)).isPresent();
    var second = mvc.get().uri(BIRTH).exchange().getResponse();

    assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
    for (var header : new String[] {"ETag", "Content-Security-Policy", "Cache-Control"}) {
      assertThat(second.getHeader(header)).isNotBlank().isEqualTo(first.getHeader(header));
    }
    assertThat(second.getHeader("X-Reference")).isNotEqualTo(first.getHeader("X-Reference"));
    assertThat(second.getHeader("Vary")).contains("Cookie");
  }

  @Test
  void whoHasItIsToldThatItIsUnchangedAndWhoTakesItZippedGetsItZipped() {
    var tag = mvc.get().uri(BIRTH).exchange().getResponse().getHeader("ETag");

    assertThat(mvc.get().uri(BIRTH).header("If-None-Match", String.valueOf(tag)))
        .hasStatus(HttpStatus.NOT_MODIFIED);
    assertThat(mvc.get().uri(BIRTH).header("Accept-Encoding", "gzip, br"))
        .hasHeader("Content-Encoding", "gzip");
    assertThat(mvc.head().uri(BIRTH)).hasStatusOk().bodyText().isEmpty();
  }

  @Test
  void readersOfTheOtherLanguageAndSignedInReadersGetTheirOwn() {
    mvc.get().uri(BIRTH).exchange();

    assertThat(mvc.get().uri(BIRTH).cookie(new Cookie("motcua_language", "en")))
        .bodyText()
        .contains("Papers you need");
    assertThat(mvc.get().uri(BIRTH).cookie(new Cookie("motcua_session", "whatever")))
        .hasStatusOk()
        .headers()
        .doesNotContainHeader("Content-Encoding");
  }

  @Test
  void aCookieThatIsNotOursDecidesForNobodyElse() {
    pages.forgetAll();
    assertThat(mvc.get().uri(BIRTH).cookie(new Cookie("motcua_language", "en-US-x-odd")))
        .hasStatusOk();

    assertThat(pages.find(KEY)).isEmpty();
    assertThat(mvc.get().uri(BIRTH)).bodyText().contains("lang=\"vi\"", "Giấy tờ cần chuẩn bị");
  }

  @Test
  void aChangeIsSeenAtOnceAndAFuturOneToo() {
    publish("Cấp phép trồng sen", LocalDate.of(2020, 1, 1));
    await().until(() -> body().contains("Cấp phép trồng sen"));

    publish("Cấp phép trồng súng", LocalDate.of(2021, 1, 1));
    await().until(() -> body().contains("Cấp phép trồng súng"));

    publish("Cấp phép trồng lúa", LocalDate.of(2999, 1, 1));
    await().until(() -> body().contains("01/01/2999"));
  }

  @Test
  void aPageMadeFromWhatHasChangedSinceIsNotKept() {
    var changes = pages.changes();
    pages.forget(Set.of(new ProcedureCode("1.000894")));
    pages.keep("/procedures/1.001193|x|", page(), changes);

    assertThat(pages.find("/procedures/1.001193|x|")).isEmpty();
  }

  @Test
  void aProvincesCopyConcernsTheMinistrysAddressToo() {
    pages.keep("/procedures/1.001193|x|79", page(), pages.changes());
    pages.keep("/procedures/1.000894|x|", page(), pages.changes());

    pages.forget(Set.of(new ProcedureCode("1.001193.000.00.00.H29")));

    assertThat(pages.find("/procedures/1.001193|x|79")).isEmpty();
    assertThat(pages.find("/procedures/1.000894|x|")).isPresent();
  }

  private static KeptPage page() {
    return KeptPage.of(Map.of(), "text/html", null, new byte[] {1});
  }

  private String body() throws Exception {
    return mvc.get().uri("/procedures/9.300001").exchange().getResponse().getContentAsString();
  }

  private void publish(String name, LocalDate from) {
    transaction.executeWithoutResult(
        status -> publication.publish(Procedures.named("9.300001", name), from, "system:test"));
  }
}
