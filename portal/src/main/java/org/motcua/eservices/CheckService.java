package org.motcua.eservices;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.forms.FilledIn;
import org.motcua.forms.Forms;
import org.motcua.forms.FormsOutside;
import org.motcua.forms.yaml.Problems;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Messages;
import org.slf4j.LoggerFactory;

/**
 * {@code bin/check-service}: reads one folder as the portal does, fills in its examples and shows
 * what people would see. Needs no portal and no database.
 */
public final class CheckService {

  private static final int WRONG_USE = 2;

  private final Messages messages = Messages.shipped();
  private final Forms forms = FormsOutside.with(messages);

  public static void main(String[] arguments) throws IOException {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    if (arguments.length < 1 || arguments.length > 2) {
      say("check-service FOLDER [PREVIEW-FOLDER]");
      System.exit(WRONG_USE);
    }
    var folder = Path.of(arguments[0]).toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      say(folder + " is no folder");
      System.exit(WRONG_USE);
    }
    var preview =
        arguments.length == 2
            ? Files.createDirectories(Path.of(arguments[1]))
            : Files.createTempDirectory("preview-" + folder.getFileName() + "-");
    System.exit(new CheckService().check(folder, preview) ? 0 : 1);
  }

  /** Whether all is right. */
  boolean check(Path folder, Path preview) throws IOException {
    if (Files.exists(folder.resolve(PackageReader.MAIN_FILE))) return checkPackage(folder);
    var problems = new Problems();
    var versions = ServiceVersions.read(ServiceFolders.at(folder), problems);
    if (!problems.isEmpty() || versions.isEmpty()) return tell(problems);

    var service = versions.get().offered().getFirst();
    say(
        "%s: %d pages, %d questions"
            .formatted(service, service.form().pages().size(), service.form().questions().size()));
    FilledIn shown = null;
    for (var file : examples(folder)) {
      var own = new Problems();
      var text = TextFile.read(folder, "examples/" + file.getFileName(), own);
      var filled = text.flatMap(each -> Example.run(service, file.toString(), each, forms, own));
      own.list().forEach(each -> problems.add(each.file(), each.line(), each.message()));
      say("%s example %s".formatted(own.isEmpty() ? "✓" : "✗", file.getFileName()));
      if (shown == null && filled.isPresent() && filled.get().faults().isEmpty()) {
        shown = filled.get();
      }
    }
    var written = new Preview(service, forms, messages, preview).write(shown);
    written.forEach(file -> say("Preview: " + file));
    return tell(problems);
  }

  /** Its members are the services beside {@code packages/}, or else those that ship. */
  private static boolean checkPackage(Path folder) {
    var problems = new Problems();
    var services = folder.resolve("../..").normalize();
    var read =
        PackageReader.read(
            ServiceFolders.packageAt(folder), slug -> service(slug, services), problems);
    read.ifPresent(
        found ->
            say(
                "%s: %d services, %d common questions"
                    .formatted(
                        found.slug(), found.members().size(), found.form().questions().size())));
    return tell(problems);
  }

  private static Optional<OnlineService> service(ServiceSlug slug, Path services) {
    var beside = services.resolve(slug.value());
    var today = LocalDate.now(CountryTime.ZONE);
    return (Files.isDirectory(beside)
            ? Stream.of(ServiceFolders.at(beside))
            : ServiceFolders.shipped().stream().filter(it -> it.name().equals(slug.value())))
        .flatMap(it -> ServiceVersions.read(it, new Problems()).stream())
        .flatMap(versions -> versions.on(today).stream())
        .findFirst();
  }

  private static List<Path> examples(Path folder) throws IOException {
    var parent = folder.resolve("examples");
    if (!Files.isDirectory(parent)) {
      say("There are no examples yet: write some into " + parent);
      return List.of();
    }
    try (var files = Files.list(parent)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static boolean tell(Problems problems) {
    var list = problems.list();
    list.forEach(problem -> say(problem.toString()));
    say(
        list.isEmpty()
            ? "No mistakes."
            : list.size() + (list.size() == 1 ? " mistake." : " mistakes."));
    return list.isEmpty();
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
