package org.motcua.dossiers.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.FormToken.csrf;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossiersTest;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.Clicks;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class TrackingTests extends DossiersTest {

  private static final String NOT_FOUND =
      "Không tìm thấy hồ sơ có mã và số điện thoại này. Hãy kiểm tra lại cả hai.";
  private static final AtomicInteger addresses = new AtomicInteger();

  @Test
  void codeAndDigitsShowWhereItStandsAndNobodysName() {
    var mother = births.mother();
    var code = codeOf(mother);

    assertThat(Clicks.text(track(code.value(), digitsOf(mother))))
        .contains(code.value(), "Mới đăng ký", "Đăng ký khai sinh", "Hồng Hà")
        .doesNotContain("Mai", "Bảo");
  }

  @Test
  void theCodeIsUnderstoodInBothSpellingsAndAsPeopleTypeIt() {
    var mother = births.mother();
    var id = submittedBy(mother);
    var code = dossier(id).submittedCode().value();
    var ofBefore2020 = dossier(id).decidingAgency().value() + code.substring(code.indexOf('-'));

    assertThat(Clicks.text(track(ofBefore2020, digitsOf(mother)))).contains(code, "Mới đăng ký");
    assertThat(Clicks.text(track(" " + code.toLowerCase(Locale.ROOT), digitsOf(mother))))
        .contains("Mới đăng ký");
  }

  @Test
  void wrongDigitsAndAnUnknownCodeAreToldAlike() {
    var mother = births.mother();
    var code = codeOf(mother);
    var wrongDigits = track(code.value(), "0000");
    var unknownCode = track("H49.12.03-201209-0001", digitsOf(mother));

    assertThat(wrongDigits).hasStatusOk();
    assertThat(unknownCode).hasStatusOk();
    assertThat(Clicks.text(wrongDigits)).contains(NOT_FOUND).doesNotContain("Mới đăng ký");
    assertThat(Clicks.text(unknownCode)).contains(NOT_FOUND);
  }

  @Test
  void whatIsNoCodeAndTooFewDigitsAreToldAsSuch() {
    assertThat(Clicks.text(track("123", "0001"))).contains("Mã hồ sơ chưa đúng dạng");
    assertThat(Clicks.text(track("H49.12.03-201209-0001", "01")))
        .contains("Hãy nhập đủ bốn số cuối");
  }

  @Test
  void theDigitsOfOneCodeCannotBeGuessedFromManyAddresses() {
    var mother = births.mother();
    var code = codeOf(mother).value();
    for (var guess = 0; guess < 10; guess++) {
      assertThat(track(code, "000" + guess)).hasStatusOk();
    }
    assertThat(track(code, digitsOf(mother))).hasStatus(429);
  }

  @Test
  void oneAddressCannotTryManyCodes() {
    var address = nextAddress();
    for (var serial = 1; serial <= 30; serial++) {
      assertThat(track("H49.12.03-201209-%04d".formatted(serial + 1000), "0001", address))
          .hasStatusOk();
    }
    assertThat(track("H49.12.03-201209-2000", "0001", address)).hasStatus(429);
  }

  private DossierCode codeOf(CurrentUser mother) {
    return dossier(submittedBy(mother)).submittedCode();
  }

  private String digitsOf(CurrentUser mother) {
    var phone = births.phoneOf(mother);
    return phone.substring(phone.length() - 4);
  }

  private MvcTestResult track(String code, String digits) {
    return track(code, digits, nextAddress());
  }

  private MvcTestResult track(String code, String digits, String address) {
    return mvc.post()
        .uri("/track")
        .param("code", code)
        .param("digits", digits)
        .with(csrf())
        .with(
            request -> {
              request.setRemoteAddr(address);
              return request;
            })
        .exchange();
  }

  private static String nextAddress() {
    return "198.51.100." + addresses.incrementAndGet();
  }
}
