package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.motcua.forms.Answers;
import org.motcua.forms.Forms;
import org.motcua.forms.PageOutcome;
import org.motcua.forms.TestForms;
import org.motcua.forms.yaml.Problems;
import org.motcua.forms.yaml.YamlFile;
import org.motcua.forms.yaml.YamlMap;

/** Fills in every example of every service page by page, as an applicant would. */
class ExamplesTest {

  private static final Path SERVICES = Path.of("../eservices");

  private final Forms forms = TestForms.forms();

  @TestFactory
  Stream<DynamicTest> everyExampleOfEveryServiceIsTakenOrRefusedAsItSays() throws IOException {
    return folders(SERVICES).stream().flatMap(this::examples);
  }

  private Stream<DynamicTest> examples(Path folder) {
    var service = service(folder);
    return files(folder.resolve("examples")).stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    service.slug() + ": " + file.getFileName(), () -> fill(service, file)));
  }

  private void fill(OnlineService service, Path file) throws IOException {
    var problems = new Problems();
    var example = YamlFile.read(file.toString(), Files.readString(file), problems).orElseThrow();
    example.text("description");
    var context = TestForms.on(example.text("today"));
    var given = Answers.of(example.anything("answers"));
    var form = service.form();

    var answers = Answers.none();
    var found = new ArrayList<String>();
    var page = Optional.of(form.firstPage());
    while (page.isPresent()) {
      var typed = TestForms.typed(page.get(), given);
      var outcome = forms.check(form, page.get(), typed, answers, context);
      switch (outcome) {
        case PageOutcome.Accepted accepted -> answers = accepted.answers();
        case PageOutcome.MoreToAsk more -> answers = more.answers();
        case PageOutcome.Faulty faulty -> {
          answers = faulty.answers();
          faulty.faults().forEach(fault -> found.add(fault.questionId() + ": " + fault.text()));
        }
      }
      page = form.nextPage(page.get(), answers, context.today());
    }

    var expected = expectedFaults(example);
    assertThat(found).containsExactlyElementsOf(expected);
    assertThat(forms.checkAll(form, answers, context))
        .extracting(fault -> fault.questionId() + ": " + fault.text())
        .containsExactlyElementsOf(expected);
    var situation = form.situation(answers, context.today());
    var papers = example.has("papers") ? example.texts("papers") : List.<String>of();
    if (!papers.isEmpty()) {
      assertThat(service.papersIn(situation)).extracting(Paper::id).isEqualTo(papers);
    }
    if (example.has("fee")) {
      assertThat(service.feesIn(situation).stream().mapToLong(FeeLine::dong).sum())
          .isEqualTo(example.number("fee", -1));
    }
    example.done();
    assertThat(problems.list()).isEmpty();
    assertThat(Answers.fromJson(answers.toJson())).isEqualTo(answers);
    assertThat(form.withoutUnasked(answers, context.today())).isEqualTo(answers);
  }

  private static List<String> expectedFaults(YamlMap example) {
    var expected = new ArrayList<String>();
    for (var fault : example.findMaps("faults")) {
      expected.add(fault.text("question") + ": " + fault.text("text"));
      fault.done();
    }
    return expected;
  }

  private static OnlineService service(Path folder) {
    var problems = new Problems();
    var service = ServiceReader.read(ServiceFolders.at(folder), problems);
    assertThat(problems.list()).isEmpty();
    return service.orElseThrow();
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (var inner = Files.list(parent)) {
      return inner.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Path> files(Path folder) {
    try (var inner = Files.list(folder)) {
      return inner.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(folder + " has no examples", e);
    }
  }
}
