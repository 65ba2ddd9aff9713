package org.motcua.payments.gateway.vietqr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the heads of messages between the bank and us: when it was sent, in seconds since
 * 1970, and HMAC-SHA256 in hexadecimal of that number, a dot and the body.
 */
final class BankSignature {

  static final String TIME = "Bank-Timestamp";
  static final String SIGNATURE = "Bank-Signature";

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

  /** Clocks differ. What is older was overheard, and is sent again; the bank signs anew. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private final SecretKeySpec key;

  BankSignature(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
  }

  String of(String time, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((time + ".").getBytes(UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  boolean isOn(byte[] body, @Nullable String time, @Nullable String given, Instant now) {
    if (time == null || given == null || !SECONDS.matcher(time).matches()) return false;
    var sent = Instant.ofEpochSecond(Long.parseLong(time));
    return Duration.between(sent, now).abs().compareTo(GOOD_FOR) <= 0
        && MessageDigest.isEqual(
            of(time, body).getBytes(UTF_8), given.toLowerCase(Locale.ROOT).getBytes(UTF_8));
  }
}
