package org.motcua.catalogue.guiding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The guides of {@code seed/catalogue/life-events}, one file for each group, named by its slug. */
@Component
class LifeEventGuides {

  private static final Logger log = LoggerFactory.getLogger(LifeEventGuides.class);
  private static final String FILES = "classpath*:seed/catalogue/life-events/*.yaml";
  private static final String ENDING = ".yaml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Map<String, LifeEventGuide> guides = new HashMap<>();

  LifeEventGuides() throws IOException {
    for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
      var name = Objects.requireNonNull(file.getFilename());
      try (var stream = file.getInputStream()) {
        guides.put(
            name.substring(0, name.length() - ENDING.length()),
            YAML.readValue(stream, LifeEventGuide.class));
      } catch (JacksonException e) {
        log.error("{} left out: {}", name, e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A group whose file is missing or wrong still has its page, with a search for more. */
  Optional<LifeEventGuide> find(String slug) {
    return Optional.ofNullable(guides.get(slug));
  }

  Set<String> slugs() {
    return guides.keySet();
  }
}
