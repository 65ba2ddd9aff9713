package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motcua.forms.yaml.Problem;
import org.motcua.forms.yaml.Problems;

/** What is wrong with a package is told by file and line, with what was expected. */
class PackagesTest {

  private static final Path SHIPPED = Path.of("../eservices/packages/birth");
  private static final Map<ServiceSlug, OnlineService> SERVICES =
      ServiceFolders.shipped().stream()
          .flatMap(folder -> ServiceVersions.read(folder, new Problems()).stream())
          .flatMap(versions -> versions.on(LocalDate.of(2026, 11, 21)).stream())
          .collect(Collectors.toMap(OnlineService::slug, service -> service));

  @Test
  void theShippedOneIsRight() throws IOException {
    var problems = new Problems();
    var read = PackageReader.read(folder(Map.of()), PackagesTest::service, problems);
    assertThat(problems.list()).isEmpty();
    var birth = read.orElseThrow();
    assertThat(birth.members()).hasSize(3);
    var card = birth.find(new ServiceSlug("child-health-card")).orElseThrow();
    assertThat(card.choice()).isTrue();
    assertThat(card.awaitedAnswers()).containsExactlyInAnyOrder("birth.number", "birth.registered");
    assertThat(new CheckService().check(SHIPPED, Path.of("unused"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          - service: newborn-residence | - service: newborn-nothing | there is no online service 'newborn-nothing'
          - service: child-health-card | - service: newborn-residence | 'newborn-residence' is a member already
          child.born: child.born | child.birthday: child.born | has no question 'child.birthday'
          child.born: child.born | child.born: child.birthday | there is no 'child.birthday' to take the answer from
          child.born: child.born | child.born: child.name | 'child.name' (text) is no answer to 'child.born' (date)
          contact.phone: contact.phone | contact.phone: contact.email | 'contact.email' (email) is no answer to 'contact.phone' (phone)
          child.sex: child.sex | child.sex: applicant.relation | 'child.sex' has no choice mother, father
          registration.place: home.address | child.hometown: contact.phone | 'contact.phone' (phone) is no answer
          child.residence: home.address | birth.number: applicant.name | 'birth.number' is answered by the common questions already
          result: birth-certificate | result: certificate | asks for no paper 'certificate'
          birth.number: result.number | birth.number: result.date | 'result.date' (date) is no answer to 'birth.number' (text)
          birth.number: result.number | clinic.name: result.number | 'newborn-residence' has no question 'clinic.name'
          newborn-residence: parents-relationship | newborn-residence: photograph | 'newborn-residence' asks for no paper 'photograph'
          newborn-residence: parents-relationship | newborn-residence: birth-certificate | is the result that it waits for
          newborn-residence: parents-relationship | driving-licence: photograph | 'driving-licence' is no member of this package
          choice: true | chosen: true | unknown key 'chosen'
          procedure: "2.000986" | procedure: birth | 'birth' is no procedure's code
          """)
  void aMistakeIsToldWithItsLine(String right, String wrong, String told) throws IOException {
    var text = Files.readString(SHIPPED.resolve("package.yaml"));
    assertThat(text).contains(right);
    var problems = problems(Map.of("package.yaml", text.replaceFirst(quoted(right), wrong)));
    assertThat(problems).anySatisfy(problem -> assertThat(problem.message()).contains(told));
    assertThat(problems).allSatisfy(problem -> assertThat(problem.line()).isPositive());
    assertThat(problems).extracting(Problem::file).allMatch(file -> file.startsWith("birth/"));
  }

  @Test
  void nobodyIsAskedForNothing() throws IOException {
    var form =
        Files.readString(SHIPPED.resolve("form.yaml"))
            + """
                  - id: home.pets
                    type: file
                    label: {vi: Ảnh, en: Picture}
                  - id: home.colour
                    type: text
                    label: {vi: Màu nhà, en: Colour}
                  - id: home.owner
                    type: text
                    label: {vi: Chủ nhà, en: Owner}
                    prefill: earlier.home.owner
            """;
    assertThat(problems(Map.of("form.yaml", form)))
        .extracting(Problem::message)
        .anyMatch(told -> told.contains("'home.pets' is a file or a table"))
        .anyMatch(told -> told.contains("'home.colour' goes to no member's form"))
        .anyMatch(told -> told.contains("facts of the account only"));
  }

  @Test
  void whatComesByItselfIsAskedOnPagesOfItsOwn() throws IOException {
    var text =
        Files.readString(SHIPPED.resolve("package.yaml"))
            .replace("        birth.registered: result.date\n", "");
    assertThat(problems(Map.of("package.yaml", text)))
        .extracting(Problem::message)
        .anyMatch(
            told -> told.contains("asks for 'birth.registered' together with 'birth.number'"));
  }

  @Test
  void whatOthersSignIsNoPartOfAPackage() throws IOException {
    var signed =
        SERVICES.values().stream()
            .filter(service -> !service.signers().isEmpty())
            .map(service -> service.slug().value())
            .findFirst()
            .orElseThrow();
    var text = Files.readString(SHIPPED.resolve("package.yaml")) + "\n";
    var with =
        text.replace("papers:\n  # Where", "  - service: " + signed + "\n\npapers:\n  # Where");
    assertThat(problems(Map.of("package.yaml", with)))
        .extracting(Problem::message)
        .anyMatch(told -> told.contains("is signed by others besides"));
  }

  @Test
  void aMemberThatIsWaitedForCannotBeLeftOut() throws IOException {
    var text =
        Files.readString(SHIPPED.resolve("package.yaml"))
            .replace(
                "- service: birth-registration\n    answers",
                "- service: birth-registration\n    choice: true\n    answers");
    assertThat(problems(Map.of("package.yaml", text)))
        .extracting(Problem::message)
        .anyMatch(told -> told.contains("'birth-registration' may be left out"));
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }

  private static List<Problem> problems(Map<String, String> changed) throws IOException {
    var problems = new Problems();
    assertThat(PackageReader.read(folder(changed), PackagesTest::service, problems)).isEmpty();
    return problems.list();
  }

  private static ServiceFolder folder(Map<String, String> changed) throws IOException {
    var files = new HashMap<String, String>();
    for (var name : List.of("package.yaml", "form.yaml")) {
      files.put(name, Files.readString(SHIPPED.resolve(name)));
    }
    files.putAll(changed);
    return new ServiceFolder("birth", "birth", files);
  }

  private static Optional<OnlineService> service(ServiceSlug slug) {
    return Optional.ofNullable(SERVICES.get(slug));
  }
}
