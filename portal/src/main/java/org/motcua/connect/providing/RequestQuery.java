package org.motcua.connect.providing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/**
 * All that a client's request says, as it stands in an address. On the way to the client it comes
 * along in addresses and forms of ours, where anybody can have changed it.
 */
public final class RequestQuery {

  /** A valid one is shorter. */
  private static final int LONGEST = 16_000;

  /** In which language pages are shown: that is no part of it. */
  private static final String LANGUAGE = "lang";

  public static String of(HttpServletRequest request) {
    return of(parametersOf(request));
  }

  public static String of(Map<String, List<String>> parameters) {
    return parameters.entrySet().stream()
        .flatMap(
            parameter ->
                parameter.getValue().stream()
                    .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
        .collect(Collectors.joining("&"));
  }

  public static Map<String, List<String>> parametersOf(HttpServletRequest request) {
    var parameters = new TreeMap<String, List<String>>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
    parameters.remove(LANGUAGE);
    return parameters;
  }

  /** What cannot be read says nothing, and goes on to where requests are refused. */
  public static Map<String, List<String>> parse(String query) {
    var parameters = new TreeMap<String, List<String>>();
    if (query.length() > LONGEST) return parameters;
    try {
      for (var pair : query.split("&")) {
        var equals = pair.indexOf('=');
        var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        parameters.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
      }
    } catch (IllegalArgumentException notEncoded) {
      return Map.of();
    }
    parameters.remove("");
    parameters.remove(LANGUAGE);
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }

  private RequestQuery() {}
}
