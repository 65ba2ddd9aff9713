package org.motcua.simulators.agency.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks messages as Standard Webhooks has it: the signature is over {@code id.timestamp.body}, and
 * a message that was signed long ago is somebody's copy.
 */
final class Signatures {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String PREFIX = "whsec_";

  static boolean isGood(
      String secret, String id, String timestamp, String signatures, byte[] body, Instant now) {
    return isFresh(timestamp, now) && isSigned(secret, id, timestamp, signatures, body);
  }

  private static boolean isFresh(String timestamp, Instant now) {
    if (!timestamp.matches("\\d{1,12}")) return false;
    var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
    return age.compareTo(TOLERANCE) <= 0;
  }

  /** While the secret is being exchanged there are two signatures; one has to be good. */
  private static boolean isSigned(
      String secret, String id, String timestamp, String signatures, byte[] body) {
    var expected = sign(secret, id + "." + timestamp + ".", body).getBytes(StandardCharsets.UTF_8);
    return List.of(signatures.split(" ")).stream()
        .anyMatch(it -> MessageDigest.isEqual(it.getBytes(StandardCharsets.UTF_8), expected));
  }

  private static String sign(String secret, String before, byte[] body) {
    try {
      var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(before.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  private Signatures() {}
}
