package org.motcua.organisation.reforming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.FormToken.csrf;

import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DemoPeople;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** Rolled back after each test, so that the country of all other tests stays that of 2020. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class ImportPageTest {

  private static final CurrentUser KEEPER =
      new CurrentUser(DemoPeople.officer("vpcp.admin"), AccountKind.OFFICER, "Trần Thu Hà");

  @Autowired MockMvcTester mvc;

  @Test
  void reportsWhatWasLoadedAndWhyTheRestWasNot() {
    assertThat(
            mvc.post()
                .uri("/desk/country/reform")
                .with(SignedIn.as(KEEPER))
                .with(csrf())
                .exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Đã chuyển: 24 tỉnh, thành phố mới");
    assertThat(send("06652\tPhường Hà Tu\t22\n06653\tHà Lầm\t22".getBytes(UTF_8)))
        .hasStatusOk()
        .bodyText()
        .contains("Đã nhập 1 đơn vị", "Dòng 2: “Hà Lầm” phải bắt đầu bằng Phường");
  }

  @Test
  void refusesWhatIsNoText() {
    assertThat(send(new byte[] {'P', 'K', 3, 4, (byte) 0xff, 0}))
        .hasStatusOk()
        .bodyText()
        .contains("Không đọc được tệp");
    assertThat(send(new byte[0])).hasStatusOk().bodyText().contains("Không đọc được tệp");
  }

  private MvcTestResult send(byte[] content) {
    return mvc.post()
        .uri("/desk/country/communes")
        .multipart()
        .file(new MockMultipartFile("file", "communes.tsv", "text/tab-separated-values", content))
        .with(SignedIn.as(KEEPER))
        .with(csrf())
        .exchange();
  }
}
