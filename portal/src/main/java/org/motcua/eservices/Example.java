package org.motcua.eservices;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motcua.forms.Answers;
import org.motcua.forms.FilledIn;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.forms.yaml.Problems;
import org.motcua.forms.yaml.YamlFile;
import org.motcua.forms.yaml.YamlMap;
import org.motcua.platform.web.Language;

/**
 * A filled application of a service's {@code examples/}: the answers, the faults that must be
 * found, the papers that are asked for and what it costs.
 */
final class Example {

  private final YamlMap file;
  private final OnlineService service;

  private Example(YamlMap file, OnlineService service) {
    this.file = file;
    this.service = service;
  }

  /** Fills it in as an applicant would; what is not as it says is told. */
  static Optional<FilledIn> run(
      OnlineService service, String name, String text, Forms forms, Problems problems) {
    return YamlFile.read(name, text, problems)
        .flatMap(file -> new Example(file, service).run(forms));
  }

  private Optional<FilledIn> run(Forms forms) {
    file.text("description");
    var today = today();
    var given = file.anything("answers");
    if (given.isEmpty()) file.problem("answers", "'answers' is missing, expected some");
    var expected = expectedFaults();
    if (!file.problems().isEmpty()) return Optional.empty();

    var context = new FillingContext(today, Language.VIETNAMESE);
    var filled = FilledIn.by(forms, service.form(), Answers.of(given), context);
    var found =
        forms.checkAll(service.form(), filled.answers(), context).stream()
            .map(fault -> fault.questionId() + ": " + fault.text())
            .toList();
    compare(expected, found);
    compareCase(filled.answers(), today);
    file.done();
    return Optional.of(filled);
  }

  private LocalDate today() {
    var text = file.text("today");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      if (!text.isEmpty()) file.problem("today", "'" + text + "' is no date, such as 2026-11-21");
      return LocalDate.EPOCH;
    }
  }

  private List<String> expectedFaults() {
    var expected = new ArrayList<String>();
    for (var fault : file.findMaps("faults")) {
      expected.add(fault.text("question") + ": " + fault.text("text"));
      fault.done();
    }
    return expected;
  }

  private void compare(List<String> expected, List<String> found) {
    for (var fault : found) {
      if (!expected.contains(fault)) file.problem("faults", "found, but not expected: " + fault);
    }
    for (var fault : expected) {
      if (!found.contains(fault)) file.problem("faults", "expected, but not found: " + fault);
    }
  }

  private void compareCase(Answers answers, LocalDate today) {
    var situation = service.form().situation(answers, today);
    if (file.has("papers")) {
      var asked = service.papersIn(situation).stream().map(Paper::id).toList();
      if (!asked.equals(file.texts("papers"))) {
        file.problem("papers", "the papers asked for are " + String.join(", ", asked));
      }
    }
    if (file.has("signers")) {
      var signers = service.signersIn(situation).stream().map(Signer::id).toList();
      if (!signers.equals(file.texts("signers"))) {
        file.problem("signers", "those who sign are " + String.join(", ", signers));
      }
    }
    if (file.has("fee")) {
      var fee = service.feesIn(situation).stream().mapToLong(FeeLine::dong).sum();
      if (fee != file.number("fee", -1)) file.problem("fee", "the fee is " + fee);
    }
  }
}
