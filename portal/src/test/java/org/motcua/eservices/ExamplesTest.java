package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.motcua.forms.Answers;
import org.motcua.forms.Forms;
import org.motcua.forms.FormsOutside;
import org.motcua.forms.yaml.Problems;
import org.motcua.platform.web.AllMessages;

/** Fills in every example of every service page by page, as an applicant would. */
class ExamplesTest {

  private static final Path SERVICES = Path.of("../eservices");

  private final Forms forms = FormsOutside.with(AllMessages.messages());

  @TestFactory
  Stream<DynamicTest> everyExampleOfEveryServiceIsTakenOrRefusedAsItSays() throws IOException {
    return ServiceFolders.in(SERVICES).stream().flatMap(this::examples);
  }

  private Stream<DynamicTest> examples(Path folder) {
    var service = service(folder);
    var files = files(folder.resolve("examples"));
    assertThat(files).as("examples of " + service).hasSizeGreaterThanOrEqualTo(5);
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    service.slug() + ": " + file.getFileName(), () -> fill(service, file)));
  }

  private void fill(OnlineService service, Path file) throws IOException {
    var problems = new Problems();
    var text = Files.readString(file);
    var filled = Example.run(service, file.getFileName().toString(), text, forms, problems);
    assertThat(problems.list()).isEmpty();
    var answers = filled.orElseThrow().answers();
    assertThat(Answers.fromJson(answers.toJson())).isEqualTo(answers);
  }

  private static OnlineService service(Path folder) {
    var problems = new Problems();
    var versions = ServiceVersions.read(ServiceFolders.at(folder), problems);
    assertThat(problems.list()).isEmpty();
    return versions.orElseThrow().offered().getFirst();
  }

  private static List<Path> files(Path folder) {
    try (var inner = Files.list(folder)) {
      return inner.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(folder + " has no examples", e);
    }
  }
}
