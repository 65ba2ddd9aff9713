package org.motcua.eservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.motcua.forms.Answers;
import org.motcua.forms.Forms;
import org.motcua.forms.yaml.Problems;

/** The answers of a shipped service's example, as they are when it is filled in. */
public final class ExampleAnswers {

  public static Answers of(OnlineService service, String example, Forms forms) {
    var file = Path.of("../eservices", service.slug().value(), "examples", example + ".yaml");
    try {
      var text = Files.readString(file);
      return Example.run(service, file.toString(), text, forms, new Problems())
          .orElseThrow()
          .answers();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ExampleAnswers() {}
}
