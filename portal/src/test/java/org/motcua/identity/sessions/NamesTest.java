package org.motcua.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/87.0 Safari/537.36|Chrome|Windows
          Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/87.0 Safari/537.36 Edg/87.0|Edge|Windows
          Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/91.0 Chrome/85.0 Safari/537.36|Cốc Cốc|Windows
          Mozilla/5.0 (iPhone; CPU iPhone OS 14_2 like Mac OS X) Version/14.0 Safari/604.1|Safari|iPhone
          Mozilla/5.0 (Linux; Android 10) SamsungBrowser/13.0 Chrome/83.0 Safari/537.36|Samsung Internet|Android
          Mozilla/5.0 (X11; Linux x86_64; rv:83.0) Gecko/20100101 Firefox/83.0|Firefox|Linux
          """)
  void aBrowserIsNamedAsPeopleCallIt(String says, String browser, String system) {
    assertThat(BrowserName.of(says)).isEqualTo(new BrowserName(browser, system));
  }

  @Test
  void aBrowserThatSaysNothingHasNoName() {
    assertThat(BrowserName.of("")).isEqualTo(new BrowserName("", ""));
  }

  @Test
  void anAddressIsToldInRough() {
    assertThat(Network.of("203.0.113.7").rough()).isEqualTo("203.0.113.x");
    assertThat(Network.of("2001:db8:85a3:0:0:8a2e:370:7334").rough()).isEqualTo("2001:db8:85a3:x");
    assertThat(Network.of("::1").rough()).isEqualTo("::x");
  }
}
