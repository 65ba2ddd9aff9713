package org.motcua.simulators.outside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OutsideTest
class PagesTests {

  @Autowired MockMvcTester mvc;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/phones",
        "/phones/0912000001",
        "/mailboxes",
        "/mailboxes/mai@example.vn",
        "/registers",
        "/registers/citizens/022190001234",
        "/registers/enterprises",
        "/registers/log",
        "/ca",
        "/ca/sign",
        "/electricity",
        "/electricity/follow",
        "/debts",
        "/debts?creditor=ELECTRICITY&number=PE01000123456",
        "/post",
        "/post/follow",
        "/vnpay",
        "/natpay",
        "/bank",
        "/bank/pay",
        "/faults"
      })
  void everyPageIsThereInBothLanguages(String address) {
    assertThat(mvc.get().uri(address)).hasStatusOk().bodyText().contains("<html lang=\"vi\">");
    assertThat(mvc.get().uri(address + (address.contains("?") ? "&" : "?") + "lang=en"))
        .hasStatusOk()
        .bodyText()
        .contains("<html lang=\"en\">");
  }

  @Test
  void whatIsNotThereIsToldOnAPage() {
    assertThat(
            mvc.get()
                .uri("/error")
                .accept(MediaType.TEXT_HTML)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 404))
        .bodyText()
        .contains("Không mở được trang này", "Ở đây không có trang này");
  }
}
