package org.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Nothing is said in one language only, and nothing is left unsaid.
 *
 * <p>A key that the code puts together ({@code "platform.error." + status}) is seen as its
 * beginning: at least one key must begin so.
 */
class MessagesTests {

  private static final List<Path> SOURCES =
      List.of(Path.of("src/main/java"), Path.of("src/main/jte"));

  /** {@code t("key"} in templates, {@code text(language, "key"} in Java; a literal whole or cut. */
  private static final Pattern USE =
      Pattern.compile("(?:\\bt\\(|\\btext\\([^\"()]*(?:\\(\\))?, ?)\\s*\"([^\"]+)\"\\s*(\\+?)");

  private final Messages messages = new Messages();

  MessagesTests() throws IOException {}

  @Test
  void everyKeyIsThereInBothLanguages() {
    var vietnamese = new TreeSet<>(messages.keys(Language.VIETNAMESE));
    var english = new TreeSet<>(messages.keys(Language.ENGLISH));
    assertThat(difference(vietnamese, english)).as("missing in English").isEmpty();
    assertThat(difference(english, vietnamese)).as("missing in Vietnamese").isEmpty();
  }

  @Test
  void noKeyStandsTwice() throws IOException {
    var twice = new ArrayList<String>();
    for (var file : files()) {
      var seen = new HashSet<String>();
      file.getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains("="))
          .map(line -> line.substring(0, line.indexOf('=')))
          .filter(key -> !seen.add(key))
          .forEach(key -> twice.add(key + " in " + file.getFilename()));
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void everyKeyThatIsUsedIsThere() throws IOException {
    var keys = messages.keys(Language.VIETNAMESE);
    var missing = new ArrayList<String>();
    for (var use : uses()) {
      var there =
          use.begins()
              ? keys.stream().anyMatch(key -> key.startsWith(use.key()))
              : keys.contains(use.key());
      if (!there) missing.add(use.key() + " in " + use.file());
    }
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everySentenceCanBeFormatted(Language language) {
    for (var key : messages.keys(language)) {
      var text = messages.text(language, key, 1, 2, 3, 4, 5);
      assertThat(text).as(key).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothLanguagesSpeakOfTheSameThings(Language language) throws IOException {
    for (var key : messages.keys(language)) {
      assertThat(arguments(language, key))
          .as("arguments of " + key)
          .isEqualTo(arguments(language.other(), key));
    }
  }

  @Test
  void everyKeyBeginsWithItsModule() throws IOException {
    var strays = new ArrayList<String>();
    for (var file : files()) {
      var name = Objects.requireNonNull(file.getFilename());
      var module = name.substring(0, name.indexOf('_'));
      var properties = new Properties();
      try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
      properties.stringPropertyNames().stream()
          .filter(key -> !key.startsWith(module + "."))
          .forEach(key -> strays.add(key + " in " + name));
    }
    assertThat(strays).isEmpty();
  }

  private Set<String> arguments(Language language, String key) {
    var format = new MessageFormat(messages.pattern(language, key), language.locale());
    return format.getArgumentNames();
  }

  private record Use(String key, boolean begins, Path file) {}

  private static List<Use> uses() throws IOException {
    var uses = new ArrayList<Use>();
    for (var root : SOURCES) {
      try (Stream<Path> files = Files.walk(root)) {
        for (var file : files.filter(MessagesTests::isSource).toList()) {
          var matcher = USE.matcher(Files.readString(file));
          while (matcher.find()) {
            uses.add(new Use(matcher.group(1), !matcher.group(2).isEmpty(), file));
          }
        }
      }
    }
    assertThat(uses).as("keys found in the sources").hasSizeGreaterThan(30);
    return uses;
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") || file.toString().endsWith(".jte");
  }

  private static Resource[] files() throws IOException {
    return new PathMatchingResourcePatternResolver()
        .getResources("classpath*:messages/*_*.properties");
  }

  private static Set<String> difference(Set<String> some, Set<String> others) {
    var rest = new HashSet<>(some);
    rest.removeAll(others);
    return new TreeSet<>(rest);
  }
}
