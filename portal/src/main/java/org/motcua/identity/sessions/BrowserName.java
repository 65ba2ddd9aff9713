package org.motcua.identity.sessions;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What kind of browser it is, as people call it; nothing that tells one machine from another.
 *
 * @param browser empty where it does not say
 * @param system empty where it does not say
 */
public record BrowserName(String browser, String system) {

  /** Most of them pretend to be others as well, so the order matters. */
  private static final Map<String, String> BROWSERS =
      ordered(
          "coc_coc_browser", "Cốc Cốc",
          "Zalo", "Zalo",
          "SamsungBrowser", "Samsung Internet",
          "EdgA/", "Edge",
          "EdgiOS", "Edge",
          "Edg/", "Edge",
          "OPR/", "Opera",
          "FxiOS", "Firefox",
          "Firefox/", "Firefox",
          "CriOS", "Chrome",
          "Chrome/", "Chrome",
          "Safari/", "Safari");

  private static final Map<String, String> SYSTEMS =
      ordered(
          "Windows", "Windows",
          "Android", "Android",
          "iPhone", "iPhone",
          "iPad", "iPad",
          "Mac OS X", "Mac",
          "CrOS", "ChromeOS",
          "Linux", "Linux");

  public static BrowserName of(String userAgent) {
    return new BrowserName(find(BROWSERS, userAgent), find(SYSTEMS, userAgent));
  }

  private static String find(Map<String, String> names, String userAgent) {
    return names.entrySet().stream()
        .filter(name -> userAgent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static Map<String, String> ordered(String... pairs) {
    var map = new LinkedHashMap<String, String>();
    for (var at = 0; at < pairs.length; at += 2) map.put(pairs[at], pairs[at + 1]);
    return map;
  }
}
