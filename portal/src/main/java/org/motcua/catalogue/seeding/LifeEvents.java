package org.motcua.catalogue.seeding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.motcua.catalogue.LifeEvent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The groups of {@code seed/catalogue/life-events.yaml}, in the order of the file. */
@Component
public class LifeEvents {

  private static final String FILE = "seed/catalogue/life-events.yaml";

  private final List<LifeEvent> events = read();

  LifeEvents() {}

  public List<LifeEvent> list() {
    return events;
  }

  private static List<LifeEvent> read() {
    try (var file = new ClassPathResource(FILE).getInputStream()) {
      return List.copyOf(new YAMLMapper().readValue(file, new TypeReference<List<LifeEvent>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
