package org.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

  private static final Path ARCHITECTURE = Path.of("../docs/ARCHITECTURE.md");
  private static final String BEGIN = "<!-- modules -->";
  private static final String END = "<!-- /modules -->";

  /** Everybody stands on it; its arrows would only hide the others. */
  private static final String GROUND = "platform";

  private final ApplicationModules modules = ApplicationModules.of(PortalApplication.class);

  @Test
  void theArrowsBetweenModulesAreThoseAllowedAndHaveNoCycle() {
    modules.verify();
  }

  /** Redraws it when it is not, so that the only thing left to do is to look and to commit. */
  @Test
  void theDiagramInTheDocumentsShowsTheCode() throws IOException {
    var page = Files.readString(ARCHITECTURE);
    var start = page.indexOf(BEGIN) + BEGIN.length();
    var redrawn = page.substring(0, start) + "\n" + diagram() + page.substring(page.indexOf(END));
    Files.writeString(ARCHITECTURE, redrawn);
    assertThat(page)
        .as("docs/ARCHITECTURE.md showed other arrows than the code; it is redrawn now: commit it")
        .isEqualTo(redrawn);
  }

  /** Each module with its beans and events, in {@code target/spring-modulith-docs}. */
  @Test
  void canvasesAreDrawn() {
    new Documenter(modules).writeDocumentation();
  }

  private String diagram() {
    var arrows = arrows();
    var lines = new StringBuilder("```mermaid\nflowchart TD\n");
    arrows.keySet().forEach(module -> lines.append("  ").append(module).append('\n'));
    arrows.forEach(
        (module, used) ->
            used.stream()
                .filter(each -> !followsFromOthers(each, used, arrows))
                .forEach(each -> lines.append("  " + module + " --> " + each + '\n')));
    return lines.append("```\n").toString();
  }

  private Map<String, Set<String>> arrows() {
    var arrows = new TreeMap<String, Set<String>>();
    modules.stream()
        .filter(module -> !name(module).equals(GROUND))
        .forEach(
            module ->
                arrows.put(
                    name(module),
                    module
                        .getDirectDependencies(modules)
                        .uniqueModules()
                        .map(ModularityTests::name)
                        .filter(each -> !each.equals(GROUND))
                        .collect(Collectors.toCollection(TreeSet::new))));
    return arrows;
  }

  private static boolean followsFromOthers(
      String module, Set<String> used, Map<String, Set<String>> arrows) {
    return used.stream()
        .filter(other -> !other.equals(module))
        .anyMatch(other -> reaches(other, module, arrows));
  }

  private static boolean reaches(String from, String to, Map<String, Set<String>> arrows) {
    return arrows.getOrDefault(from, Set.of()).stream()
        .anyMatch(each -> each.equals(to) || reaches(each, to, arrows));
  }

  private static String name(ApplicationModule module) {
    return module.getIdentifier().toString();
  }
}
