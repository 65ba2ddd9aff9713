package org.motcua.dossiers.sharing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.Parts;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.FillingContext;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.Choice;
import org.springframework.stereotype.Component;

/** The parts of a dossier by their names. */
@Component
class SharedParts {

  private final OnlineServices services;
  private final Messages messages;
  private final Clock clock;

  SharedParts(OnlineServices services, Messages messages, Clock clock) {
    this.services = services;
    this.messages = messages;
    this.clock = clock;
  }

  /** Those that one can be invited to fill in. */
  List<Choice> offered(Dossier dossier, Language language) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var today = FillingContext.now(clock, language).today();
    var choices = new ArrayList<Choice>();
    for (var page : service.form().reachablePages(dossier.answers(), today)) {
      choices.add(new Choice(page.id(), page.title().in(language)));
    }
    if (!service.papers().isEmpty()) {
      choices.add(new Choice(Parts.PAPERS, messages.text(language, "dossiers.papers.title")));
    }
    return choices;
  }

  List<String> names(Dossier dossier, Parts parts, Language language) {
    if (parts.whole()) return List.of(messages.text(language, "dossiers.sharing.all_parts"));
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var names =
        service.form().pages().stream()
            .filter(page -> parts.has(page.id()))
            .map(page -> page.title().in(language))
            .collect(Collectors.toCollection(ArrayList::new));
    if (parts.hasPapers()) names.add(messages.text(language, "dossiers.papers.title"));
    return names;
  }
}
