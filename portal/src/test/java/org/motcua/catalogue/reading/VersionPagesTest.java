package org.motcua.catalogue.reading;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.Procedures;
import org.motcua.catalogue.publishing.Publication;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class VersionPagesTest {

  @Autowired private MockMvcTester mvc;
  @Autowired private Publication publication;
  @Autowired private TransactionTemplate transaction;
  @Autowired private MovableClock clock;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void leaveNothing() {
    jdbc.sql("delete from catalogue.version where code like '9.2%'").update();
    jdbc.sql("delete from catalogue.procedure where code like '9.2%'").update();
  }

  @Test
  void whatIsComingIsToldAndCanBeReadAhead() {
    var day = LocalDate.now(clock).plusDays(30);
    publish("9.200001", "Cấp phép nuôi ong", LocalDate.of(2020, 1, 1));
    publish("9.200001", "Cấp phép nuôi ong lấy mật", day);

    assertThat(mvc.get().uri("/procedures/9.200001"))
        .hasStatusOk()
        .bodyText()
        .contains("Thủ tục này thay đổi từ ngày", "/procedures/9.200001/versions/2/changes");
    assertThat(mvc.get().uri("/procedures/9.200001/versions/2"))
        .hasStatusOk()
        .bodyText()
        .contains("Nội dung này chỉ áp dụng từ ngày", "Cấp phép nuôi ong lấy mật");
    assertThat(mvc.get().uri("/procedures/9.200001/versions/2/changes"))
        .hasStatusOk()
        .bodyText()
        .contains("Tên thủ tục", "<ins> lấy mật</ins>")
        .doesNotContain("Giấy tờ cần chuẩn bị</h2>");
  }

  @Test
  void whatHeldOnADayIsReadWithItsDays() {
    publish("9.200002", "Cấp phép cũ", LocalDate.of(2020, 1, 1));
    publish("9.200002", "Cấp phép nay", LocalDate.of(2021, 1, 1));

    assertThat(mvc.get().uri("/procedures/9.200002?on=2020-07-10"))
        .hasStatusOk()
        .bodyText()
        .contains("Cấp phép cũ", "từ ngày 01/01/2020 đến hết ngày 31/12/2020");
    assertThat(mvc.get().uri("/procedures/9.200002?on=2019-07-10"))
        .hasRedirectedUrl("/procedures/9.200002/versions?unknown=true");
    assertThat(mvc.get().uri("/procedures/9.200002?on=yesterday"))
        .hasRedirectedUrl("/procedures/9.200002/versions?unknown=true");
    assertThat(mvc.get().uri("/procedures/9.200002/versions?unknown=true&lang=en"))
        .hasStatusOk()
        .bodyText()
        .contains("Its oldest one is of 1 January 2020", "Amended, in force from 1 January 2021");
    assertThat(mvc.get().uri("/procedures/9.200002/versions/3")).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(mvc.get().uri("/procedures/9.200002/versions/1/changes"))
        .hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void anAbolishedProcedureSaysSoAndCannotBeAppliedFor() {
    publish("9.200003", "Cấp giấy đi đường", LocalDate.of(2020, 1, 1));
    transaction.executeWithoutResult(
        status ->
            publication.abolish(
                new ProcedureCode("9.200003"), LocalDate.of(2021, 10, 1), "system:test"));

    assertThat(mvc.get().uri("/procedures/9.200003"))
        .hasStatusOk()
        .bodyText()
        .contains("Thủ tục này đã bị bãi bỏ từ ngày 01/10/2021", "Cấp giấy đi đường")
        .doesNotContain("application/ld+json", "Nộp hồ sơ trực tuyến</a>");
  }

  @Test
  void aReaderWhoChoseHisProvinceReadsItsOwnRules() {
    publish("9.200004", "Đăng ký", LocalDate.of(2020, 1, 1));
    publish("9.200004.000.00.00.H29", "Đăng ký tại Thành phố", LocalDate.of(2020, 1, 1));

    var chosen = mvc.get().uri("/procedures/9.200004?province=79").exchange();
    var cookie = requireNonNull(chosen.getResponse().getCookie("motcua_province"));

    assertThat(chosen).hasRedirectedUrl("/procedures/9.200004");
    assertThat(mvc.get().uri("/procedures/9.200004").cookie(cookie))
        .bodyText()
        .contains("Đăng ký tại Thành phố", "Bạn đang đọc quy định riêng");
    assertThat(mvc.get().uri("/procedures/9.200004").cookie(new Cookie("motcua_province", "22")))
        .bodyText()
        .contains("Tỉnh Quảng Ninh áp dụng quy định chung")
        .doesNotContain("Đăng ký tại Thành phố");
    assertThat(mvc.get().uri("/procedures/9.200004").cookie(new Cookie("motcua_province", "xx")))
        .hasStatusOk();
    assertThat(mvc.get().uri("/procedures/9.200004.000.00.00.H29/differences"))
        .hasStatusOk()
        .bodyText()
        .contains("<ins> tại Thành phố</ins>");
  }

  @Test
  void textsAreTextsWhateverStandsInThem() {
    publish("9.200005", "<script>alert(1)</script></title>", LocalDate.of(2020, 1, 1));

    assertThat(mvc.get().uri("/procedures/9.200005"))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("<script>alert", "</script></title>");
  }

  private void publish(String code, String name, LocalDate from) {
    transaction.executeWithoutResult(
        status -> publication.publish(Procedures.named(code, name), from, "system:test"));
  }
}
