package org.motcua.identity.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {

  private static final Secret OF_THE_RFC =
      new Secret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** RFC 6238, appendix B: the last six of the eight digits given there. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theCodesAreThoseOfTheStandard(long second, String code) {
    assertThat(at(second).stepOf(code, OF_THE_RFC, 0)).isEqualTo(OptionalLong.of(second / 30));
  }

  @Test
  void aPhonesClockMayBeWrongByAStepAndNoMore() {
    assertThat(at(59 + 30).stepOf("287082", OF_THE_RFC, 0)).hasValue(1);
    assertThat(at(59 - 30).stepOf("287082", OF_THE_RFC, 0)).hasValue(1);
    assertThat(at(59 + 31).stepOf("287082", OF_THE_RFC, 0)).isEmpty();
  }

  @Test
  void aStepThatHasServedServesNoMoreNorThoseBeforeIt() {
    assertThat(at(59).stepOf("287082", OF_THE_RFC, 1)).isEmpty();
    assertThat(at(59).stepOf("287082", OF_THE_RFC, 2)).isEmpty();
  }

  @Test
  void theSecretIsReadableAndItsAddressIsWhatAppsExpect() {
    assertThat(OF_THE_RFC.text()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assertThat(OF_THE_RFC.address("Nguyễn Thị Mai"))
        .isEqualTo(
            "otpauth://totp/M%E1%BB%99t%20C%E1%BB%ADa:Nguy%E1%BB%85n%20Th%E1%BB%8B%20Mai"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=M%E1%BB%99t%20C%E1%BB%ADa");
  }

  private static TimeCodes at(long second) {
    return new TimeCodes(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
  }
}
