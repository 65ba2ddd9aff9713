package org.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.motcua.testing.Citizens;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A form sent after its session has ended is carried out as typed, once its sender is back. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(LostSessionTests.Letterbox.class)
class LostSessionTests {

  @Autowired MockMvc mvc;
  @Autowired Letterbox letterbox;

  @Test
  void nothingTypedIsLost() {
    var mai = visitor().signsIn("022190001234", "MotCua@2020", Citizens.MAI_PHONE).follows();
    mai.losesSession();

    mai.submits("/my/letters", "text", "Kính gửi Ủy ban & các anh chị", "copies", "2");
    assertThat(mai.location()).isEqualTo("/sign-in");
    assertThat(mai.follows().page()).contains("Những gì đã điền vẫn được giữ");
    assertThat(letterbox.letters).isEmpty();

    mai.signsIn("022190001234", "MotCua@2020", Citizens.MAI_PHONE);
    assertThat(mai.location()).startsWith("/my/letters");
    assertThat(mai.follows().page()).isEqualTo("received");
    assertThat(letterbox.letters)
        .containsExactly("Nguyễn Thị Mai: Kính gửi Ủy ban & các anh chị × 2");
  }

  @Test
  void aFormKeptForOneBrowserIsNotOpenToAnother() {
    var mai = visitor().opens("/sign-in");
    mai.submits("/my/letters", "text", "private", "copies", "1");
    assertThat(visitor().opens("/my/letters?continue").location()).isEqualTo("/sign-in");
    assertThat(letterbox.letters).doesNotContain("private");
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }

  /** Some form of some module. */
  @RestController
  static class Letterbox {

    final List<String> letters = new CopyOnWriteArrayList<>();

    @PostMapping("/my/letters")
    String receive(
        @RequestParam String text,
        @RequestParam int copies,
        @AuthenticationPrincipal CurrentUser user) {
      letters.add(user.name() + ": " + text + " × " + copies);
      return "received";
    }
  }
}
