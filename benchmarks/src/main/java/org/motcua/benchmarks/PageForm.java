package org.motcua.benchmarks;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form of a page, read as a browser reads it: what it would send if nothing were typed, hidden
 * fields included.
 */
record PageForm(URI target, boolean multipart, List<Control> controls) {

  /**
   * Attribute values are quoted and escaped in our pages, so a tag ends at its first bare {@code
   * >}.
   */
  private static final Pattern TAG =
      Pattern.compile(
          "<(/?(?:form|input|select|option|textarea|button))\\b((?:[^>\"]|\"[^\"]*\")*)>");

  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)(?:=\"([^\"]*)\")?");

  /**
   * @param offered what is sent: the value of a text field, of the chosen option, of a box
   * @param chosen whether it is sent unless somebody decides otherwise
   */
  record Control(Kind kind, String name, String offered, boolean chosen) {}

  enum Kind {
    VALUE,
    RADIO,
    CHECKBOX,
    FILE
  }

  record Field(String name, String value) {}

  PageForm withAllTicked() {
    return new PageForm(
        target,
        multipart,
        controls.stream()
            .map(
                it ->
                    it.kind() == Kind.CHECKBOX
                        ? new Control(it.kind(), it.name(), it.offered(), true)
                        : it)
            .toList());
  }

  boolean asks(String name) {
    return controls.stream().anyMatch(control -> control.name().equals(name));
  }

  String valueOf(String name) {
    return controls.stream()
        .filter(control -> control.name().equals(name))
        .map(Control::offered)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No field " + name + " in " + target));
  }

  boolean takesFiles() {
    return controls.stream().anyMatch(control -> control.kind() == Kind.FILE);
  }

  /** What is sent when these answers are given where the form asks for them, and nowhere else. */
  List<Field> filledWith(Map<String, String> answers) {
    var fields = new ArrayList<Field>();
    for (var control : controls) {
      var answer = answers.get(control.name());
      switch (control.kind()) {
        case VALUE ->
            fields.add(new Field(control.name(), answer == null ? control.offered() : answer));
        case RADIO, CHECKBOX -> {
          var ticked = answer == null ? control.chosen() : answer.equals(control.offered());
          if (ticked) fields.add(new Field(control.name(), control.offered()));
        }
        case FILE -> {}
      }
    }
    return fields;
  }

  static List<PageForm> allIn(WebPage page) {
    var forms = new ArrayList<PageForm>();
    var tags = TAG.matcher(page.html());
    while (tags.find()) {
      if (!tags.group(1).equals("form")) continue;
      var attributes = attributes(tags.group(2));
      var controls = controls(tags, page.html());
      if (!"post".equals(attributes.get("method"))) continue;
      var action = attributes.getOrDefault("action", "");
      forms.add(
          new PageForm(
              action.isEmpty() ? page.address() : page.address().resolve(action),
              "multipart/form-data".equals(attributes.get("enctype")),
              controls));
    }
    return forms;
  }

  /** Reads on to the end of the form. */
  private static List<Control> controls(Matcher tags, String html) {
    var controls = new ArrayList<Control>();
    while (tags.find() && !tags.group(1).equals("/form")) {
      var attributes = attributes(tags.group(2));
      var name = attributes.get("name");
      if (name == null || attributes.containsKey("disabled")) continue;
      switch (tags.group(1)) {
        case "input" -> {
          var control = input(name, attributes);
          if (control != null) controls.add(control);
        }
        case "textarea" -> {
          var begin = tags.end();
          if (!tags.find()) return controls;
          controls.add(
              new Control(Kind.VALUE, name, plain(html.substring(begin, tags.start())), true));
        }
        case "select" -> controls.add(new Control(Kind.VALUE, name, chosenOption(tags), true));
        default -> {} // buttons send nothing: none of those we press has a name
      }
    }
    return controls;
  }

  private static @Nullable Control input(String name, Map<String, String> attributes) {
    var value = attributes.getOrDefault("value", "");
    var checked = attributes.containsKey("checked");
    return switch (attributes.getOrDefault("type", "text")) {
      case "radio" -> new Control(Kind.RADIO, name, value, checked);
      case "checkbox" -> new Control(Kind.CHECKBOX, name, value, checked);
      case "file" -> new Control(Kind.FILE, name, "", false);
      case "submit", "button", "image", "reset" -> null;
      default -> new Control(Kind.VALUE, name, value, true);
    };
  }

  /** Reads on to the end of the select: the option that is marked, else the first. */
  private static String chosenOption(Matcher tags) {
    String first = null;
    String marked = null;
    while (tags.find() && !tags.group(1).equals("/select")) {
      if (!tags.group(1).equals("option")) continue;
      var attributes = attributes(tags.group(2));
      var value = attributes.getOrDefault("value", "");
      if (first == null) first = value;
      if (attributes.containsKey("selected")) marked = value;
    }
    return marked != null ? marked : first != null ? first : "";
  }

  private static Map<String, String> attributes(String tag) {
    var attributes = new HashMap<String, String>();
    var found = ATTRIBUTE.matcher(tag);
    while (found.find()) {
      var value = found.group(2);
      attributes.put(found.group(1), value == null ? "" : plain(value));
    }
    return attributes;
  }

  private static String plain(String escaped) {
    return escaped
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
