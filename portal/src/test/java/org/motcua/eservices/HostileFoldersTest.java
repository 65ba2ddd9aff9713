package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders written in haste, by accident or in bad faith: told by file and line, harming no other.
 */
class HostileFoldersTest {

  @TempDir private Path own;

  @Test
  void whatIsNotYamlIsTold() {
    alone(new SmallService().file("form.yaml", "pages:\n  - id: [\n"), "form.yaml:", "not YAML");
    alone(new SmallService().file("form.yaml", ""), "form.yaml:1", "the file is empty");
    alone(
        new SmallService().file("form.yaml", "a: &x [1]\nb: *x\n"),
        "form.yaml:2",
        "aliases (*name) are not supported");
    alone(
        new SmallService().file("form.yaml", "pages: " + "[".repeat(5_000)),
        "form.yaml:",
        "not YAML");
  }

  @Test
  void unknownTypesAndCyclesAreTold() {
    alone(
        new SmallService().within("form.yaml", "id: name, type: text", "id: name, type: telepathy"),
        "form.yaml:14",
        "there is no question type 'telepathy'");
    alone(
        new SmallService()
            .within(
                "form.yaml",
                "id: place, type: address",
                "id: place, type: address, when: name == 'a'")
            .within(
                "form.yaml", "id: name, type: text", "id: name, type: text, when: answered.place"),
        "form.yaml:",
        "depends on itself");
  }

  @Test
  void anExpressionThatIsTooBigIsTold() {
    alone(
        new SmallService().with("fees: []", fee("1" + " + 1".repeat(2_000))),
        "service.yaml:",
        "amount");
    alone(
        new SmallService().with("fees: []", fee("(".repeat(300) + "1" + ")".repeat(300))),
        "service.yaml:",
        "amount");
  }

  @Test
  void anExpressionThatWouldNotEndInTimeIsTold() {
    var ten = "[1,2,3,4,5,6,7,8,9,0]";
    var loops = "%s.map(a, %s.map(b, %s.map(c, %s.map(d, %s.map(e, a)))))";
    var endless = loops.formatted(ten, ten, ten, ten, ten);
    alone(
        new SmallService().with("fees: []", fee("size(" + endless + ")")),
        "service.yaml:11",
        "'amount' may take more than 10000 steps");
  }

  private static String fee(String amount) {
    return "fees:\n  - {name: {vi: Phí, en: Fee}, amount: \"" + amount + "\"}";
  }

  @Test
  void aTemplateThatWouldFailIsTold() {
    template("<html>\n<body>{{#name}}</body></html>", ":", "");
    template("<html>\n<body><p></body></html>", ":2", "not XHTML");
    template("<html><body>\n<script>alert(1)</script></body></html>", ":2", "does not belong");
    template("<html><body>\n<p onclick='x()'/></body></html>", ":2", "would be a script");
    template(
        "<html><body>\n\n<img src='file:///etc/passwd'/></body></html>", ":3", "is not fetched");
    template(
        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<html>{{nobody}}&x;</html>",
        ":2",
        "there is no 'nobody'");
  }

  private void template(String html, String line, String message) {
    alone(new SmallService().file("result.html", html), "result.html" + line, message);
  }

  @Test
  void markupInTextsAndGuidesStaysText() {
    var service =
        new SmallService()
            .file("guide.vi.md", "<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b>y</b>\n")
            .read();
    assertThat(service.guide().vietnameseHtml())
        .doesNotContain("<script", "javascript:", "<b>")
        .contains("&lt;script&gt;");
  }

  @Test
  void aHugeFileIsTold() throws IOException {
    var folder = new SmallService().writeInto(own);
    Files.write(folder.resolve("guide.vi.md"), new byte[TextFile.MOST_BYTES + 1]);
    onlyTold("guide.vi.md:1: the file has 1000001 bytes, expected at most 1000000");
  }

  @Test
  void aLinkOutOfTheFolderIsTold() throws IOException {
    var folder = new SmallService().without("guide.en.md").writeInto(own);
    Files.createSymbolicLink(folder.resolve("guide.en.md"), Path.of("/etc/passwd"));
    onlyTold("guide.en.md:1: the file is a link that leads out of the folder");
  }

  @Test
  void anotherEncodingIsToldWithTheLineWhereItShows() throws IOException {
    var folder = new SmallService().writeInto(own);
    Files.write(
        folder.resolve("guide.vi.md"),
        "one\ntwo\nH\u00e0 N\u1ed9i".replace('\u1ed9', 'o').getBytes(StandardCharsets.ISO_8859_1));
    onlyTold("guide.vi.md:3: the file is not written in UTF-8; save it again as UTF-8");
    Files.write(folder.resolve("guide.vi.md"), "Hà Nội".getBytes(StandardCharsets.UTF_16));
    onlyTold("guide.vi.md:1: the file is not written in UTF-8; save it again as UTF-8");
    Files.writeString(folder.resolve("guide.vi.md"), "\uFEFFHà Nội");
    assertThat(told()).isEmpty();
  }

  @Test
  void aFolderWhoseNameIsNoSlugIsTold() {
    new SmallService().named("Thông báo").writeInto(own);
    assertThat(told()).anyMatch(told -> told.contains("the folder's name is no slug"));
  }

  /** That the mistake is told, and that the service beside it stands. */
  private void alone(SmallService broken, String place, String message) {
    broken.writeInto(own);
    assertThat(told())
        .isNotEmpty()
        .anyMatch(told -> told.contains("test-notice/" + place))
        .anyMatch(told -> told.contains(message));
  }

  private void onlyTold(String message) {
    assertThat(told()).singleElement().asString().endsWith("test-notice/" + message);
  }

  private List<String> told() {
    new SmallService().named("neighbour").with("9.900001", "9.900002").writeInto(own);
    var services = new ServicesInMemory(own.toString(), Clock.systemUTC());
    assertThat(services.find(new ServiceSlug("neighbour"))).isPresent();
    return services.problems().stream().map(Object::toString).toList();
  }
}
