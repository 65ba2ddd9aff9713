package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motcua.forms.yaml.Problems;

/** The shipped service with one thing broken in its folder. */
class BrokenFoldersTest {

  private static final Path SHIPPED = Path.of("../eservices/birth-registration");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneOffset.UTC);

  @Test
  void mistakesInTheMainFileAreToldWithTheirLines() throws IOException {
    assertThat(broken("service.yaml", "procedure: \"1.001193\"", "procedure: birth"))
        .singleElement()
        .asString()
        .endsWith("'birth' is no procedure's code, expected such as 1.001193")
        .contains("service.yaml:4:");
    assertThat(broken("service.yaml", "role: specialist", "role: wizard"))
        .singleElement()
        .asString()
        .contains("'role' is 'wizard', expected reception, specialist, head, leader, result-desk");
    assertThat(
            broken(
                "service.yaml",
                "committeeOfCommune: registration.place",
                "committeeOfCommune: mother.name"))
        .singleElement()
        .asString()
        .contains("'mother.name' is no address question of the form");
    assertThat(broken("service.yaml", "registration.copies * 8000", "registration.copys * 8000"))
        .singleElement()
        .asString()
        .contains("there is no 'registration.copys'; did you mean 'registration.copies'?");
    assertThat(broken("service.yaml", "valueOf: child.sex", "valueOf: child.gender"))
        .singleElement()
        .asString()
        .contains("the form has no question or computed value 'child.gender'");
  }

  @Test
  void aNameThatTheFormDoesNotHaveIsFoundInTheTemplate() throws IOException {
    assertThat(broken("result.html", "{{child.name}}", "{{child.nickname}}"))
        .singleElement()
        .asString()
        .matches(".*result.html:\\d+: there is no 'child.nickname' among .*");
    assertThat(broken("result.html", "{{child.name}}", "{{{child.name}}}"))
        .singleElement()
        .asString()
        .contains("values are always escaped");
    assertThat(broken("result.html", "{{/child.ethnicityOther}}", "")).isNotEmpty();
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    var files = new HashMap<>(ServiceFolders.at(SHIPPED).files());
    files.remove("guide.en.md");
    assertThat(problems(new ServiceFolder("birth-registration", "here", files)))
        .containsExactly("here/guide.en.md:1: the file is missing");
  }

  @Test
  void aFaultyFolderLeavesTheOthersStanding(@TempDir Path own) throws IOException {
    Files.createDirectories(own.resolve("half-made"));
    Files.writeString(own.resolve("half-made/service.yaml"), "version: [");
    var services = new ServicesInMemory(own.toString(), CLOCK);
    assertThat(services.list())
        .extracting(service -> service.slug().value())
        .contains("birth-registration")
        .doesNotContain("half-made");
    assertThat(services.problems())
        .extracting(Object::toString)
        .anyMatch(told -> told.contains("half-made/service.yaml:"))
        .anyMatch(told -> told.contains("half-made/form.yaml:1: the file is missing"));
  }

  @Test
  void aFolderOfTheOfficesOwnReplacesTheShippedOne(@TempDir Path own) throws IOException {
    var folder = Files.createDirectories(own.resolve("birth-registration"));
    for (var file : ServiceFolders.FILES) {
      var text = Files.readString(SHIPPED.resolve(file));
      Files.writeString(folder.resolve(file), text.replace("version: 1", "version: 2"));
    }
    var services = new ServicesInMemory(own.toString(), CLOCK);
    assertThat(services.get(new ServiceSlug("birth-registration")).version()).isEqualTo(2);
  }

  @Test
  void aServiceNotYetInForceIsNotOffered(@TempDir Path own) throws IOException {
    var before = Clock.fixed(Instant.parse("2025-06-01T00:00:00Z"), ZoneOffset.UTC);
    assertThat(new ServicesInMemory("", before).list()).isEmpty();
  }

  @Test
  void markupInAGuideStaysText() {
    assertThat(GuideText.html("# A\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))"))
        .doesNotContain("<script")
        .doesNotContain("javascript:");
  }

  private static List<String> broken(String file, String right, String wrong) throws IOException {
    var whole = ServiceFolders.at(SHIPPED);
    var files = new HashMap<>(whole.files());
    var text = files.getOrDefault(file, "");
    assertThat(text).contains(right);
    var at = text.indexOf(right);
    files.put(file, text.substring(0, at) + wrong + text.substring(at + right.length()));
    return problems(new ServiceFolder(whole.name(), whole.place(), files));
  }

  private static List<String> problems(ServiceFolder folder) {
    var problems = new Problems();
    assertThat(ServiceReader.read(folder, problems)).isEmpty();
    return problems.list().stream().map(Object::toString).toList();
  }
}
