package org.motcua.payments.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** As the portal is delivered, with what somebody has given besides. */
class OwnSettingsTest {

  private static final String SECRET = "as-agreed-with-somebody";

  @Test
  void theDemonstrationHasItsOwn() {
    assertThatCode(() -> check("MOTCUA_DEMO=true")).doesNotThrowAnyException();
  }

  @Test
  void whatIsNotSetUpNeedsNothing() {
    assertThatCode(() -> check("MOTCUA_DEMO=false")).doesNotThrowAnyException();
  }

  @Test
  void nobodyPaysIntoTheAccountOfTheDemonstration() {
    assertThatThrownBy(() -> check("MOTCUA_DEMO=false", "MOTCUA_BANK_SECRET=" + SECRET))
        .isInstanceOf(OwnSettings.Borrowed.class)
        .hasMessageContainingAll(
            "MOTCUA_BANK;",
            "MOTCUA_BANK_NAME",
            "MOTCUA_BANK_ACCOUNT",
            "MOTCUA_BANK_HOLDER",
            "MOTCUA_BANK_URL",
            "MOTCUA_BANK_APP_LINK");
  }

  @Test
  void norIsLedToItsPages() {
    assertThatThrownBy(() -> check("MOTCUA_DEMO=false", "MOTCUA_VNPAY_SECRET=" + SECRET))
        .hasMessageContainingAll(
            "MOTCUA_VNPAY_TERMINAL", "MOTCUA_VNPAY_URL", "MOTCUA_VNPAY_API_URL");
    assertThatThrownBy(() -> check("MOTCUA_DEMO=false", "MOTCUA_PLATFORM_SECRET=" + SECRET))
        .hasMessageContainingAll("MOTCUA_PLATFORM_PARTNER", "MOTCUA_PLATFORM_URL");
  }

  @Test
  void aSecretThatIsSoonGuessedIsRefused() {
    assertThatThrownBy(() -> check("MOTCUA_DEMO=false", "MOTCUA_BANK_SECRET=secret"))
        .hasMessageContaining("MOTCUA_BANK_SECRET is soon guessed")
        .hasMessageNotContaining("=secret");
  }

  @Test
  void whatIsOnesOwnIsTaken() {
    assertThatCode(
            () ->
                check(
                    "MOTCUA_DEMO=false",
                    "MOTCUA_BANK_SECRET=" + SECRET,
                    "MOTCUA_BANK=970436",
                    "MOTCUA_BANK_NAME=Vietcombank",
                    "MOTCUA_BANK_ACCOUNT=0011004455667",
                    "MOTCUA_BANK_HOLDER=CUC CHUYEN DOI SO",
                    "MOTCUA_BANK_URL=https://bank.inner.example.vn",
                    "MOTCUA_BANK_APP_LINK="))
        .doesNotThrowAnyException();
  }

  private static void check(String... given) throws Exception {
    var environment = new MockEnvironment();
    for (var setting : given) {
      var at = setting.indexOf('=');
      environment.setProperty(setting.substring(0, at), setting.substring(at + 1));
    }
    new YamlPropertySourceLoader()
        .load("delivered", new ClassPathResource("application.yaml"))
        .forEach(environment.getPropertySources()::addLast);
    new OwnSettings(environment).afterPropertiesSet();
  }
}
