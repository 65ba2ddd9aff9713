package org.motcua.simulators.outside.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.SharedSecret;
import org.springframework.stereotype.Component;

/**
 * HMAC-SHA256, in hexadecimal, of the time of sending in seconds since 1970, a dot and the body,
 * with what the bank and the account's holder both know.
 */
@Component("bankSignature")
class Signature {

  static final String TIME = "Bank-Timestamp";
  static final String HEADER = "Bank-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  Signature(SharedSecret secrets) {
    key = new SecretKeySpec(secrets.of("bank").getBytes(UTF_8), ALGORITHM);
  }

  String of(String time, String body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  boolean isOn(String body, @Nullable String time, @Nullable String given) {
    return time != null
        && given != null
        && MessageDigest.isEqual(of(time, body).getBytes(UTF_8), given.getBytes(UTF_8));
  }
}
