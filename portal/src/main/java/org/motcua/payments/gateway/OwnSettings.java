package org.motcua.payments.gateway;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Outside the demonstration nobody shall pay into its account, nor be led to its pages: whoever
 * sets a way to pay up, by its secret, gives all that is his own with it.
 */
@Component("paymentsOwnSettings")
class OwnSettings implements InitializingBean {

  private static final String PAYMENTS = "motcua.payments.";
  private static final int SHORTEST_SECRET = 16;

  private final Environment environment;

  OwnSettings(Environment environment) {
    this.environment = environment;
  }

  /** What is left of the demonstration's settings, by the names under which they are given. */
  static final class Borrowed extends RuntimeException {

    Borrowed(List<String> faults) {
      super("Payments are set up with settings of the demonstration: " + String.join("; ", faults));
    }
  }

  @Override
  public void afterPropertiesSet() {
    if (environment.getProperty("motcua.demo", Boolean.class, true)) return;
    var faults = faults();
    if (!faults.isEmpty()) throw new Borrowed(faults);
  }

  private List<String> faults() {
    var faults = new ArrayList<String>();
    if (isGiven("vnpay.secret", "MOTCUA_VNPAY_SECRET", faults)) {
      own("vnpay.terminal", "MOTCUA01", "MOTCUA_VNPAY_TERMINAL", faults);
      elsewhere("vnpay.url", "MOTCUA_VNPAY_URL", faults);
      elsewhere("vnpay.api-url", "MOTCUA_VNPAY_API_URL", faults);
    }
    if (isGiven("platform.secret", "MOTCUA_PLATFORM_SECRET", faults)) {
      own("platform.partner", "MOTCUA", "MOTCUA_PLATFORM_PARTNER", faults);
      elsewhere("platform.url", "MOTCUA_PLATFORM_URL", faults);
    }
    if (isGiven("vietqr.secret", "MOTCUA_BANK_SECRET", faults)) {
      own("vietqr.bank", "970499", "MOTCUA_BANK", faults);
      own("vietqr.bank-name", "Ngân hàng Hoa Sen", "MOTCUA_BANK_NAME", faults);
      own("vietqr.account", "3700100200", "MOTCUA_BANK_ACCOUNT", faults);
      own("vietqr.holder", "CONG DICH VU CONG MOT CUA", "MOTCUA_BANK_HOLDER", faults);
      elsewhere("vietqr.url", "MOTCUA_BANK_URL", faults);
      elsewhere("vietqr.app-link", "MOTCUA_BANK_APP_LINK", faults);
    }
    return faults;
  }

  /** Without a secret a way is not offered, so that its other settings do no harm. */
  private boolean isGiven(String secret, String name, List<String> faults) {
    var given = setting(secret);
    if (given.isBlank()) return false;
    if (given.length() < SHORTEST_SECRET) faults.add(name + " is soon guessed");
    return true;
  }

  private void own(String setting, String demo, String name, List<String> faults) {
    if (setting(setting).equals(demo)) faults.add(name);
  }

  /** Not where the simulator would answer. */
  private void elsewhere(String setting, String name, List<String> faults) {
    var simulator = environment.getProperty("motcua.outside-url", "");
    if (!simulator.isBlank() && setting(setting).startsWith(simulator + "/")) faults.add(name);
  }

  private String setting(String name) {
    return environment.getProperty(PAYMENTS + name, "");
  }
}
