package org.motcua.eservices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckServiceTest {

  @TempDir private Path own;
  @TempDir private Path preview;

  private final CheckService program = new CheckService();

  @Test
  void aShippedServiceIsRightAndItsPagesAreShown() throws IOException {
    assertThat(program.check(Path.of("../eservices/birth-registration"), preview)).isTrue();
    assertThat(preview.resolve("index.html")).content().contains("child.vi.html");
    assertThat(preview.resolve("mother.en.html")).content().contains("The mother's full name");
    assertThat(preview.resolve("result.html")).content().contains("Giấy khai sinh");
    assertThat(preview.resolve("result.pdf")).binaryContent().startsWith("%PDF-".getBytes(UTF_8));
  }

  @Test
  void aMistakeInTheFolderOrInAnExampleIsOne() throws IOException {
    var folder = new SmallService().writeInto(own);
    assertThat(program.check(folder, preview)).isTrue();
    Files.createDirectories(folder.resolve("examples"));
    Files.writeString(
        folder.resolve("examples/short.yaml"),
        """
        description: Only a name
        today: 2026-11-22
        answers: {name: Lan}
        """);
    assertThat(program.check(folder, preview)).isFalse();
    assertThat(
            program.check(
                new SmallService().without("form.yaml").named("b").writeInto(own), preview))
        .isFalse();
  }
}
