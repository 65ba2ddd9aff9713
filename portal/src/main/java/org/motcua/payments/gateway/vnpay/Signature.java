package org.motcua.payments.gateway.vnpay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA512, in hex, as the protocol has it: over an address's fields, or over a call's values.
 */
final class Signature {

  static final String FIELD = "vnp_SecureHash";
  private static final String TYPE = "vnp_SecureHashType";
  private static final String PREFIX = "vnp_";
  private static final String ALGORITHM = "HmacSHA512";

  private final SecretKeySpec key;

  Signature(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** The fields, sorted and encoded as in a form, without those of the signature itself. */
  static String query(Map<String, String> fields) {
    return new TreeMap<>(fields)
        .entrySet().stream()
            .filter(field -> field.getKey().startsWith(PREFIX))
            .filter(field -> !field.getKey().equals(FIELD) && !field.getKey().equals(TYPE))
            .filter(field -> !field.getValue().isEmpty())
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  String ofFields(Map<String, String> fields) {
    return of(query(fields));
  }

  /** Of values that are joined by {@code |}; one that is missing counts as empty. */
  String ofValues(List<? extends @Nullable String> values) {
    return of(
        values.stream()
            .map(value -> Objects.requireNonNullElse(value, ""))
            .collect(Collectors.joining("|")));
  }

  private String of(String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  /** Takes the same time whatever was sent; hex may be written in either case. */
  static boolean equal(String ours, @Nullable String sent) {
    if (sent == null) return false;
    return MessageDigest.isEqual(
        ours.getBytes(StandardCharsets.US_ASCII),
        sent.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }
}
