package org.motcua.platform.secrets;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Vaults of other nodes, with keys of their own. */
public final class Vaults {

  /** Whatever the data folder has. */
  public static Vault of(String key, String... formerKeys) {
    return new Vault(key, List.of(formerKeys), Path.of("."));
  }

  /** A master key of the same byte over and over. */
  public static String key(int fill) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private Vaults() {}
}
