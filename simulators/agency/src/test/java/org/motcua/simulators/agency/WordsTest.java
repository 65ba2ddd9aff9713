package org.motcua.simulators.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void everySentenceIsThereInBothLanguages() throws IOException {
    var vietnamese = read("/messages.properties");
    var english = read("/messages_en.properties");
    assertThat(english.keySet()).isEqualTo(vietnamese.keySet());
  }

  private static Properties read(String name) throws IOException {
    var file = Objects.requireNonNull(WordsTest.class.getResourceAsStream(name));
    try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      var words = new Properties();
      words.load(reader);
      return words;
    }
  }
}
