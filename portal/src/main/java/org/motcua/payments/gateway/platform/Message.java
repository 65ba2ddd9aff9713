package org.motcua.payments.gateway.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.motcua.platform.clock.CountryTime;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message's named values, all of them text; what lies deeper is not among them. */
record Message(Map<String, String> values) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern DONG = Pattern.compile("[1-9]\\d{0,14}");
  private static final Pattern NOT_TO_BE_SENT = Pattern.compile("[\\p{Cntrl}|]+");

  Message {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Empty where it is no JSON object. */
  static Optional<Message> read(byte[] body, JsonMapper json) {
    try {
      var tree = json.readTree(body);
      return tree != null && tree.isObject() ? Optional.of(of(tree)) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  static Message of(JsonNode json) {
    var values = new LinkedHashMap<String, String>();
    for (var field : json.properties()) {
      if (field.getValue().isValueNode()) values.put(field.getKey(), field.getValue().asString(""));
    }
    return new Message(values);
  }

  String get(String field) {
    return values.getOrDefault(field, "");
  }

  boolean bears(Seal seal, Partner partner) {
    return get("MaDoiTac").equals(partner.code()) && seal.isOn(values, partner.secret());
  }

  /** SoTien: whole dong. */
  Optional<Long> dong() {
    var text = get("SoTien");
    return DONG.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  /** ThoiGianGD. */
  Optional<Instant> at() {
    try {
      var local = LocalDateTime.parse(get("ThoiGianGD"), TIME);
      return Optional.of(local.atZone(CountryTime.ZONE).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static String time(Instant at) {
    return TIME.format(at.atZone(CountryTime.ZONE));
  }

  /**
   * As it may stand in a message: on one line, without what separates sealed values, not longer
   * than so many characters.
   */
  static String text(String words, int longest) {
    var clean = NOT_TO_BE_SENT.matcher(words).replaceAll(" ").strip();
    if (clean.codePointCount(0, clean.length()) <= longest) return clean;
    return clean.substring(0, clean.offsetByCodePoints(0, longest));
  }
}
