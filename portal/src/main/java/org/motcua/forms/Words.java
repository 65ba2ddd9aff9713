package org.motcua.forms;

import java.util.Optional;
import org.motcua.forms.yaml.YamlMap;
import org.motcua.platform.web.Language;

/** A text that a service's authors wrote, in both languages; never markup. */
public record Words(String vi, String en) {

  /** The words under a key, which must be there: {@code {vi: …, en: …}}. */
  public static Words read(YamlMap where, String key) {
    return where.map(key).map(Words::read).orElse(new Words("", ""));
  }

  public static Optional<Words> find(YamlMap where, String key) {
    return where.findMap(key).map(Words::read);
  }

  private static Words read(YamlMap map) {
    var words = new Words(map.text("vi"), map.text("en"));
    map.done();
    return words;
  }

  public String in(Language language) {
    return language == Language.VIETNAMESE ? vi : en;
  }
}
