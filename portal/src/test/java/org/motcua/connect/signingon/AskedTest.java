package org.motcua.connect.signingon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.platform.web.Language;
import org.springframework.mock.web.MockHttpServletRequest;

class AskedTest {

  @ParameterizedTest
  @CsvSource({"LoA2,LOA2", "LoA3 LoA2,LOA2", "urn:else,LOA1", "urn:else LoA3,LOA3", "'',LOA1"})
  void theLeastOfTheLevelsThatWouldDoIsAskedFor(String values, LevelOfAssurance level) {
    assertThat(asked("acr_values", values).level()).isEqualTo(level);
  }

  @Test
  void aLevelMayBeAskedForAsAClaimToo() {
    var claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"LoA3\"]}}}";
    assertThat(asked("claims", claims).level()).isEqualTo(LevelOfAssurance.LOA3);
    assertThat(asked("claims", "{not json").level()).isEqualTo(LevelOfAssurance.LOA1);
  }

  @Test
  void whatHasBeenDoneIsNotAskedForAgain() {
    var asked = asked("prompt", "login consent", "max_age", "60", "state", "a b&c");
    var then = asked.without(Asked.LOGIN, Asked.SELECT_ACCOUNT);
    assertThat(then.prompts(Asked.LOGIN)).isFalse();
    assertThat(then.prompts(Asked.CONSENT)).isTrue();
    assertThat(then.maxAge()).isEmpty();
    assertThat(then.query()).isEqualTo("prompt=consent&state=a%20b%26c");
  }

  @Test
  void anAgeIsANumberOfSeconds() {
    assertThat(asked("max_age", "3600").maxAge()).contains(Duration.ofHours(1));
    assertThat(asked("max_age", "soon").maxAge()).isEmpty();
    assertThat(asked("max_age", "-1").maxAge()).isEmpty();
  }

  @Test
  void theFirstLanguageThatThePortalSpeaksIsTaken() {
    assertThat(asked("ui_locales", "fr-CA en-GB vi").language()).contains(Language.ENGLISH);
    assertThat(asked("ui_locales", "fr").language()).isEmpty();
  }

  private static Asked asked(String... namesAndValues) {
    var request = new MockHttpServletRequest();
    for (var at = 0; at < namesAndValues.length; at += 2) {
      request.addParameter(namesAndValues[at], namesAndValues[at + 1]);
    }
    return Asked.of(request);
  }
}
