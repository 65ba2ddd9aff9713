package org.motcua.identity.helping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class HelpTests {

  private static final Pattern KEY = Pattern.compile("identity\\.[a-z]+\\.[A-Za-z.0-9]+");

  @Autowired private MockMvcTester mvc;

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyQuestionIsAnsweredInBothLanguagesWithoutAnAccount(String language) {
    assertThat(mvc.get().uri("/help/account").param("lang", language))
        .hasStatusOk()
        .bodyText()
        .contains("lang=\"" + language + "\"", "href=\"#lost\"", "id=\"lost\"", "href=\"/recover\"")
        .doesNotContainPattern(KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/register", "/register/enterprise", "/recover", "/help"})
  void whereOneMayBeAtALossTheHelpIsNear(String page) {
    assertThat(mvc.get().uri(page)).hasStatusOk().bodyText().contains("href=\"/help/account");
  }

  /** ASVS 6.6.1. */
  @Test
  void theRisksOfCodesByTextMessageAreToldBesideTheSaferWays() {
    assertThat(mvc.get().uri("/help/account").param("lang", "en"))
        .bodyText()
        .contains("Which way to sign in is the safest?", "SIM card replaced")
        .containsSubsequence("Passkey:", "Authenticator app:", "Code by text message:");
  }
}
