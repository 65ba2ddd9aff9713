package org.motcua.connect.agreeing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A client's request as it comes along in an address and in a form, where anybody can have changed
 * it. What cannot be read is empty, and goes on to where requests are refused.
 */
record ClientRequest(Map<String, List<String>> parameters) {

  /** A valid one is shorter. */
  private static final int LONGEST = 16_000;

  /** In which language pages are shown: that is no part of it. */
  private static final String LANGUAGE = "lang";

  static ClientRequest of(@Nullable String query) {
    if (query == null || query.length() > LONGEST) return new ClientRequest(Map.of());
    try {
      return new ClientRequest(
          Stream.of(query.split("&"))
              .map(ClientRequest::pair)
              .filter(pair -> !pair.getKey().isEmpty() && !pair.getKey().equals(LANGUAGE))
              .collect(
                  Collectors.groupingBy(
                      Map.Entry::getKey,
                      LinkedHashMap::new,
                      Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    } catch (IllegalArgumentException notEncoded) {
      return new ClientRequest(Map.of());
    }
  }

  /** The first by that name. */
  Optional<String> value(String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** As it stands in an address. */
  String query() {
    return parameters.entrySet().stream()
        .flatMap(
            parameter ->
                parameter.getValue().stream()
                    .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
        .collect(Collectors.joining("&"));
  }

  private static Map.Entry<String, String> pair(String text) {
    var equals = text.indexOf('=');
    return equals < 0
        ? Map.entry(decoded(text), "")
        : Map.entry(decoded(text.substring(0, equals)), decoded(text.substring(equals + 1)));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
