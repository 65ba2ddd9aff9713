package org.motcua.dossiers.papers;

import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.eservices.OnlineServices;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** What a file of a dossier is called: as its service calls the paper, not as a camera does. */
@Component
class PaperNames {

  private final OnlineServices services;

  PaperNames(OnlineServices services) {
    this.services = services;
  }

  String of(Dossier dossier, Attachment file, Language language) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    return service.papers().stream()
        .filter(paper -> paper.id().equals(file.paper()))
        .map(paper -> paper.name().in(language))
        .findFirst()
        .or(() -> service.form().findQuestion(file.paper()).map(asked -> asked.name().in(language)))
        .map(PaperNames::shortened)
        .orElseGet(() -> shortened(file.name()));
  }

  static String shortened(String name) {
    return name.length() <= KeptPaper.LONGEST_NAME
        ? name
        : name.substring(0, KeptPaper.LONGEST_NAME - 1) + "…";
  }
}
