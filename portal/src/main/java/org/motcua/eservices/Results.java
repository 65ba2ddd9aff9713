package org.motcua.eservices;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.motcua.eservices.ResultKind.ResultFact;
import org.motcua.forms.Answers;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.forms.Words;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes what an approved dossier results in. */
@Component
public class Results {

  private static final String TITLE_ENDS = "</h1>";

  private final Forms forms;

  Results(Forms forms) {
    this.forms = forms;
  }

  /** The whole document, ready for printing. */
  public String html(OnlineService service, Answers answers, Issue issue) {
    var form = service.form();
    var result = service.requiredResult();
    var replaced = issue.replaced();
    if (replaced == null) {
      var asked = form.withoutUnasked(answers, issue.date());
      var values = ResultValues.of(form, asked, issue, result.validUntil(issue.date()), forms);
      return result.template().render(values);
    }
    var asked = form.withoutUnasked(answers, replaced.decidedOn());
    var values = ResultValues.of(form, asked, issue, replaced.validUntil(), forms);
    return saying(replaced, result.template().render(values));
  }

  /** Below the title, whatever the service's template looks like. */
  private static String saying(Issue.Replaced replaced, String html) {
    var words =
        "<p class=\"replaced\">(Thay thế giấy số %s ngày %s, mã kiểm tra %s)</p>"
            .formatted(
                HtmlUtils.htmlEscape(replaced.number()),
                new Formats(Language.VIETNAMESE).date(replaced.date()),
                HtmlUtils.htmlEscape(replaced.code()));
    int title = html.indexOf(TITLE_ENDS);
    int place = title < 0 ? html.lastIndexOf("</body>") : title + TITLE_ENDS.length();
    return html.substring(0, place) + words + html.substring(place);
  }

  /** The questions whose answers stand on the result, or from which follows what stands there. */
  public Set<String> answersOn(OnlineService service) {
    var result = service.requiredResult();
    var names = new HashSet<>(result.template().names());
    result.facts().forEach(fact -> names.add(fact.valueOf()));
    return service.form().questionsBehind(names);
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
