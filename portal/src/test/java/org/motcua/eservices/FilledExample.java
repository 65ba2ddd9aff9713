package org.motcua.eservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.Answers;
import org.motcua.forms.yaml.Problems;
import org.motcua.forms.yaml.YamlFile;
import org.motcua.forms.yaml.YamlMap;

/**
 * An application of a shipped service's {@code examples/}, as it stands in its file.
 *
 * @param today the day on which it is filled in
 * @param fee in dong; {@code null} where the file says nothing about it
 * @param faults the words in which its mistakes are told
 */
public record FilledExample(
    ServiceSlug service,
    String name,
    LocalDate today,
    Answers answers,
    @Nullable Long fee,
    List<String> faults) {

  private static final Path SERVICES = Path.of("../eservices");

  /** Of every service that ships, by the names of their folders. */
  public static List<FilledExample> all() throws IOException {
    return ServiceFolders.in(SERVICES).stream().flatMap(folder -> in(folder).stream()).toList();
  }

  public static FilledExample of(ServiceSlug service, String name) {
    return read(service, SERVICES.resolve(service.value(), "examples", name + ".yaml"));
  }

  private static List<FilledExample> in(Path folder) {
    var service = new ServiceSlug(folder.getFileName().toString());
    try (var files = Files.list(folder.resolve("examples"))) {
      return files.sorted().map(file -> read(service, file)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " has no examples", e);
    }
  }

  private static FilledExample read(ServiceSlug service, Path path) {
    try {
      var name = path.getFileName().toString().replace(".yaml", "");
      var file = YamlFile.read(name, Files.readString(path), new Problems()).orElseThrow();
      return new FilledExample(
          service,
          name,
          LocalDate.parse(file.text("today")),
          Answers.of(file.anything("answers")),
          file.has("fee") ? file.number("fee", -1) : null,
          faults(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> faults(YamlMap file) {
    var faults = new ArrayList<String>();
    for (var fault : file.findMaps("faults")) faults.add(fault.text("text"));
    return faults;
  }

  @Override
  public String toString() {
    return service + ": " + name;
  }
}
