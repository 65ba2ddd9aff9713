package org.motcua.identity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Which account a demo person has: made of the name, so that every module's demo data agrees. */
public final class DemoPeople {

  public static AccountId citizen(String number) {
    return account("citizen", number);
  }

  public static AccountId enterprise(String taxCode) {
    return account("enterprise", taxCode);
  }

  public static AccountId officer(String signInName) {
    return account("officer", signInName);
  }

  private static AccountId account(String kind, String name) {
    var seed = "motcua-demo-" + kind + ":" + name;
    return new AccountId(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)));
  }

  private DemoPeople() {}
}
