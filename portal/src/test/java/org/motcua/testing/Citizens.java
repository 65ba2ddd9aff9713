package org.motcua.testing;

import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DemoPeople;

/** The demo citizens, whose accounts every test context has. */
public final class Citizens {

  public static final String MAI_PHONE = "+84912000001";

  /** Nguyễn Thị Mai, of Hạ Long, known by her citizen ID. */
  public static CurrentUser mai() {
    return citizen("022190001234", "Nguyễn Thị Mai");
  }

  /** Trần Văn Hùng, known by his citizen ID. */
  public static CurrentUser hung() {
    return citizen("022088005678", "Trần Văn Hùng");
  }

  /** Lê Thị Hoa, known by her social-insurance number. */
  public static CurrentUser hoa() {
    return citizen("2213004567", "Lê Thị Hoa");
  }

  private static CurrentUser citizen(String number, String name) {
    return new CurrentUser(DemoPeople.citizen(number), AccountKind.CITIZEN, name);
  }

  private Citizens() {}
}
