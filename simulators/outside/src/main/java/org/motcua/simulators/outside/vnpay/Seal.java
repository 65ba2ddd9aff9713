package org.motcua.simulators.outside.vnpay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.SharedSecret;
import org.springframework.stereotype.Component;

/** HMAC-SHA512 with what the gateway and the merchant both know. */
@Component("vnpaySeal")
class Seal {

  static final String FIELD = "vnp_SecureHash";
  private static final String KIND = "vnp_SecureHashType";
  private static final String ALGORITHM = "HmacSHA512";

  private final SecretKeySpec key;

  Seal(SharedSecret secrets) {
    key = new SecretKeySpec(secrets.of("vnpay").getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** An address's fields with their seal, as they follow the question mark. */
  String sealed(SortedMap<String, String> fields) {
    var query = query(fields);
    return query + "&" + FIELD + "=" + of(query);
  }

  /** Whether an address's fields are the merchant's own. */
  boolean isOn(Map<String, String> fields) {
    return equal(of(query(new TreeMap<>(fields))), fields.get(FIELD));
  }

  /** Of values joined by {@code |}. */
  String ofValues(Stream<String> values) {
    return of(values.collect(Collectors.joining("|")));
  }

  static boolean equal(String ours, @Nullable String sent) {
    return sent != null
        && MessageDigest.isEqual(
            ours.getBytes(StandardCharsets.US_ASCII),
            sent.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }

  private static String query(SortedMap<String, String> fields) {
    return fields.entrySet().stream()
        .filter(field -> field.getKey().startsWith("vnp_") && !field.getValue().isEmpty())
        .filter(field -> !field.getKey().equals(FIELD) && !field.getKey().equals(KIND))
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
}
