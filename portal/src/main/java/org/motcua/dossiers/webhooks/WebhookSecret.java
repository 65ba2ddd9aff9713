package org.motcua.dossiers.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key of one webhook's signatures, as its receiver keeps it: {@code whsec_…}. */
record WebhookSecret(byte[] key) {

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final SecureRandom random = new SecureRandom();

  static WebhookSecret fresh() {
    var key = new byte[BYTES];
    random.nextBytes(key);
    return new WebhookSecret(key);
  }

  String written() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /**
   * @param timestamp seconds since 1970
   * @return {@code v1,…}
   */
  String sign(String id, long timestamp, String body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      var signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  /** It must not come into a log. */
  @Override
  public String toString() {
    return "WebhookSecret";
  }
}
