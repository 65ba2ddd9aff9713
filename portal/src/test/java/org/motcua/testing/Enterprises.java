package org.motcua.testing;

import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DemoPeople;

/** The demo enterprise, whose account every test context has. */
public final class Enterprises {

  public static CurrentUser saoVang() {
    return new CurrentUser(
        DemoPeople.enterprise("5700123454"), AccountKind.ENTERPRISE, "Công ty TNHH Sao Vàng");
  }

  private Enterprises() {}
}
