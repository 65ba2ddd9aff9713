package org.motcua.dossiers.telling;

import java.util.List;
import org.motcua.dossiers.model.Contribution;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.dossiers.model.Parts;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.FormDefinition;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Who besides the applicant has filled in what: "Trần Văn Hùng filled in part 3 at 10:32". */
@Component
public class SharedWork {

  private final ParticipationStore participations;
  private final OnlineServices services;
  private final Messages messages;

  SharedWork(ParticipationStore participations, OnlineServices services, Messages messages) {
    this.participations = participations;
    this.services = services;
    this.messages = messages;
  }

  /** A sentence for each part that somebody has helped with, the last first. */
  public List<String> told(Dossier dossier, Language language) {
    var form = services.get(dossier.service().slug(), dossier.service().version()).form();
    return participations.contributionsTo(dossier.id()).stream()
        .map(each -> told(each, form, language))
        .toList();
  }

  private String told(Contribution each, FormDefinition form, Language language) {
    var when = new Formats(language).dateTime(each.lastAt());
    if (each.part().equals(Parts.PAPERS)) {
      return messages.text(language, "dossiers.sharing.did.papers", each.name(), when);
    }
    return form.findPage(each.part())
        .map(
            page ->
                messages.text(
                    language,
                    "dossiers.sharing.did.part",
                    each.name(),
                    form.pages().indexOf(page) + 1,
                    page.title().in(language),
                    when))
        .orElseGet(() -> messages.text(language, "dossiers.sharing.did", each.name(), when));
  }
}
