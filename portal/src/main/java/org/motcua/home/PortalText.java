package org.motcua.home;

import java.util.List;
import java.util.Map;

/**
 * A page of plain words about the portal.
 *
 * @param key its title's message; {@code <key>.lead} and the sections lie below it
 * @param links where a section leads, worded by {@code <key>.<section>.link}
 */
public record PortalText(String key, List<String> sections, Map<String, String> links) {

  static final PortalText HELP =
      new PortalText(
          "home.helpPage",
          List.of("start", "account", "follow", "call"),
          Map.of("account", "/help/account"));
  static final PortalText ABOUT = new PortalText("home.about", List.of("what", "open", "texts"));
  static final PortalText ACCESSIBILITY =
      new PortalText("home.accessibility", List.of("aim", "known", "tell"));
  static final PortalText PRIVACY =
      new PortalText("home.privacy", List.of("what", "who", "cookies", "rights"));

  private PortalText(String key, List<String> sections) {
    this(key, sections, Map.of());
  }
}
