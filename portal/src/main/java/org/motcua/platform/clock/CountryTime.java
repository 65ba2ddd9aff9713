package org.motcua.platform.clock;

import java.time.ZoneId;

/** The zone in which deadlines, dossier codes and printed dates are reckoned. */
public final class CountryTime {

  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private CountryTime() {}
}
