package org.motcua.forms;

import java.util.Optional;
import org.motcua.forms.yaml.YamlMap;
import org.motcua.platform.web.Language;

/** A text that a service's authors wrote, in both languages; never markup. */
public record Words(String vi, String en) {

  /**
   * The words under a key, which must be there: {@code {vi: …, en: …}}, or a mere text that reads
   * the same in both languages, such as a name.
   */
  public static Words read(YamlMap where, String key) {
    if (where.isText(key)) return same(where.text(key));
    return where.map(key).map(Words::read).orElse(new Words("", ""));
  }

  public static Optional<Words> find(YamlMap where, String key) {
    if (where.isText(key)) return Optional.of(same(where.text(key)));
    return where.findMap(key).map(Words::read);
  }

  private static Words same(String text) {
    return new Words(text, text);
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
