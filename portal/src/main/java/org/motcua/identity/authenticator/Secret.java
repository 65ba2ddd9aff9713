package org.motcua.identity.authenticator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Base32;

/** What the portal and a person's authenticator app both know. */
record Secret(byte[] bytes) {

  /** As RFC 4226 recommends, and as long as the hash that it feeds. */
  private static final int BYTES = 20;

  private static final String ISSUER = "Một Cửa";
  private static final Pattern FOURS = Pattern.compile("(.{4})(?!$)");
  private static final SecureRandom random = new SecureRandom();

  static Secret fresh() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(bytes);
  }

  /** For typing into an app by hand, in groups of four. */
  String text() {
    return FOURS.matcher(base32()).replaceAll("$1 ");
  }

  /**
   * What the QR code says; apps show the issuer and the holder beside their codes. Hash, digits and
   * time step are left at what every app takes for granted.
   */
  String address(String holder) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(encoded(ISSUER), encoded(holder), base32(), encoded(ISSUER));
  }

  private String base32() {
    return Base32.toBase32String(bytes);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
