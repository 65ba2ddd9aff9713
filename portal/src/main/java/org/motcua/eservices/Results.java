package org.motcua.eservices;

import java.time.LocalDate;
import java.util.List;
import org.motcua.eservices.ResultKind.ResultFact;
import org.motcua.forms.Answers;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.forms.Words;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** Writes what an approved dossier results in. */
@Component
public class Results {

  private final Forms forms;

  Results(Forms forms) {
    this.forms = forms;
  }

  /** The whole document, ready for printing. */
  public String html(OnlineService service, Answers answers, Issue issue) {
    var form = service.form();
    var result = service.requiredResult();
    var asked = form.withoutUnasked(answers, issue.date());
    var values = ResultValues.of(form, asked, issue, result.validUntil(issue.date()), forms);
    return result.template().render(values);
  }

  /** What anyone who verifies the result may read; facts that are not there are left out. */
  public List<ResultFact> facts(OnlineService service, Answers answers, LocalDate today) {
    return service.requiredResult().facts().stream()
        .map(
            rule ->
                new ResultFact(
                    rule.label(),
                    new Words(
                        text(service, rule, answers, today, Language.VIETNAMESE),
                        text(service, rule, answers, today, Language.ENGLISH))))
        .filter(fact -> !fact.value().vi().isEmpty())
        .toList();
  }

  private String text(
      OnlineService service,
      ResultKind.FactRule rule,
      Answers answers,
      LocalDate today,
      Language language) {
    return forms.text(service.form(), rule.valueOf(), answers, new FillingContext(today, language));
  }
}
