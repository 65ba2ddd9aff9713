package org.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/security.md names tests as its evidence: they must be there. */
class SecurityPageTest {

  private static final Path PAGE = Path.of("../docs/security.md");
  private static final Pattern NAMED =
      Pattern.compile("`((?:[A-Z]\\w*(?:Tests?|Journey))?)(?:\\.(\\w+))?`");
  private static final Pattern REQUIREMENT =
      Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\|.*$");

  @Test
  void everyTestItNamesExists() throws IOException {
    var missing = new ArrayList<String>();
    var sources = sources();
    for (var line : Files.readAllLines(PAGE)) {
      var last = "";
      var named = NAMED.matcher(line);
      while (named.find()) {
        if (!named.group(1).isEmpty()) last = named.group(1);
        if (last.isEmpty()) continue;
        var source = sources.get(last);
        var method = named.group(2);
        if (source == null || method != null && !source.contains(" " + method + "(")) {
          missing.add(named.group());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyRequirementOfTheFiveChaptersIsThereOnce() throws IOException {
    var numbers =
        REQUIREMENT
            .matcher(Files.readString(PAGE))
            .results()
            .map(requirement -> requirement.group(1))
            .toList();
    assertThat(numbers).doesNotHaveDuplicates();
    assertThat(inChapter(numbers, "5.")).hasSize(13);
    assertThat(inChapter(numbers, "6.")).hasSize(47);
    assertThat(inChapter(numbers, "7.")).hasSize(19);
    assertThat(inChapter(numbers, "8.")).hasSize(13);
    assertThat(inChapter(numbers, "10.")).hasSize(36);
  }

  private static List<String> inChapter(List<String> numbers, String chapter) {
    return numbers.stream().filter(number -> number.startsWith(chapter)).toList();
  }

  private static Map<String, String> sources() throws IOException {
    try (var files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  SecurityPageTest::read,
                  (one, other) -> one + other));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
