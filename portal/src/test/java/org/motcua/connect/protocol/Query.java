package org.motcua.connect.protocol;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an address says after its question mark. */
final class Query {

  static Map<String, String> of(URI address) {
    var query = new LinkedHashMap<String, String>();
    if (address.getRawQuery() == null) return query;
    Arrays.stream(address.getRawQuery().split("&"))
        .map(each -> each.split("=", 2))
        .forEach(each -> query.put(decoded(each[0]), each.length == 1 ? "" : decoded(each[1])));
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private Query() {}
}
