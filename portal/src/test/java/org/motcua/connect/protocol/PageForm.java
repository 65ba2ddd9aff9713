package org.motcua.connect.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * A form as a browser would send it with nothing changed: what is filled in and what is ticked.
 *
 * @param action where to
 */
record PageForm(String action, Map<String, List<String>> fields) {

  private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
  private static final Pattern INPUT = Pattern.compile("(?s)<(input|button)\\b([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)(?:=\"([^\"]*)\")?");

  static List<PageForm> in(String page) {
    return FORM.matcher(page).results().map(PageForm::form).toList();
  }

  private static PageForm form(MatchResult found) {
    var fields = new LinkedHashMap<String, List<String>>();
    var input = INPUT.matcher(found.group(2));
    var pressed = false;
    while (input.find()) {
      var attributes = attributes(input.group(2));
      var name = attributes.get("name");
      var button = input.group(1).equals("button");
      var first = button && !pressed;
      pressed |= button;
      if (name == null || name.isEmpty() || (button ? !first : !isSent(attributes))) continue;
      fields
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(attributes.getOrDefault("value", button ? "" : "on"));
    }
    var action = attributes(found.group(1)).get("action");
    return new PageForm(Objects.requireNonNullElse(action, ""), fields);
  }

  private static boolean isSent(Map<String, String> input) {
    return switch (input.getOrDefault("type", "text")) {
      case "checkbox", "radio" -> input.containsKey("checked");
      case "submit" -> false;
      default -> input.containsKey("value");
    };
  }

  private static Map<String, String> attributes(String tag) {
    var attributes = new LinkedHashMap<String, String>();
    Matcher each = ATTRIBUTE.matcher(tag);
    while (each.find()) {
      var value = Objects.requireNonNullElse(each.group(2), "");
      attributes.put(each.group(1), HtmlUtils.htmlUnescape(value));
    }
    return attributes;
  }
}
