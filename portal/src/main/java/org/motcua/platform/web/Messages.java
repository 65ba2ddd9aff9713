package org.motcua.platform.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every sentence that the portal says, from {@code messages/<module>_<language>.properties} of all
 * modules.
 *
 * <p>Patterns are those of ICU: {@code {0}} for an argument, {@code {0, plural, one {…} other {…}}}
 * where English needs it; an apostrophe is an apostrophe.
 */
@Component
public class Messages {

  private static final Logger log = LoggerFactory.getLogger(Messages.class);

  private final Map<String, String> vietnamese;
  private final Map<String, String> english;

  Messages() throws IOException {
    vietnamese = read(Language.VIETNAMESE);
    english = read(Language.ENGLISH);
  }

  /** For programs beside the portal. */
  public static Messages shipped() {
    try {
      return new Messages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The sentence in this language; a missing one is a bug that a test finds, shown here as its key.
   */
  public String text(Language language, String key, Object... arguments) {
    var pattern = patterns(language).get(key);
    if (pattern == null) {
      log.error("No message '{}' in {}", key, language);
      return key;
    }
    return arguments.length == 0 && pattern.indexOf('{') < 0
        ? pattern
        : new MessageFormat(pattern, language.locale()).format(arguments);
  }

  public boolean has(Language language, String key) {
    return patterns(language).containsKey(key);
  }

  String pattern(Language language, String key) {
    return Objects.requireNonNull(patterns(language).get(key), key);
  }

  public Set<String> keys(Language language) {
    return patterns(language).keySet();
  }

  private Map<String, String> patterns(Language language) {
    return language == Language.VIETNAMESE ? vietnamese : english;
  }

  private static Map<String, String> read(Language language) throws IOException {
    var all = new HashMap<String, String>();
    var files =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:messages/*_" + language.code() + ".properties");
    for (var file : files) {
      try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
        var properties = new Properties();
        properties.load(reader);
        properties.forEach((key, value) -> all.put((String) key, (String) value));
      }
    }
    return Map.copyOf(all);
  }
}
