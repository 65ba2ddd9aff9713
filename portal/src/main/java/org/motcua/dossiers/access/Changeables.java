package org.motcua.dossiers.access;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.Completeness;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HandedIn;
import org.motcua.dossiers.model.HandedInStore;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Paper;
import org.motcua.forms.Answers;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.forms.Question;
import org.motcua.forms.Situation;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/**
 * The one rule of what may be changed; pages, keystrokes, rows, files and programs ask it.
 *
 * <p>Where an agency has named questions and papers, an answer stays as it was handed in unless it
 * is named, was not asked for then (and is now, by a changed answer), is wrong or missing by now,
 * or was changed already. Papers likewise. So nobody is stuck with what he may not mend.
 */
@Component
public class Changeables {

  private final DossierStore dossiers;
  private final HandedInStore handedIn;
  private final OnlineServices services;
  private final Forms forms;
  private final Clock clock;

  Changeables(
      DossierStore dossiers,
      HandedInStore handedIn,
      OnlineServices services,
      Forms forms,
      Clock clock) {
    this.dossiers = dossiers;
    this.handedIn = handedIn;
    this.services = services;
    this.forms = forms;
    this.clock = clock;
  }

  public Changeable of(Dossier dossier) {
    if (dossier.status() != DossierStatus.ADDITIONS_REQUESTED) return Changeable.ALL;
    var request = dossiers.findOpenRequest(dossier.id());
    var before = handedIn.list(dossier.id());
    if (request.isEmpty() || request.get().opensEverything() || before.isEmpty()) {
      return Changeable.ALL;
    }
    var service = services.get(dossier.service().slug(), dossier.service().version());
    return new Changeable(
        true,
        fixedQuestions(dossier, request.get(), before.getLast().answers(), service),
        fixedPapers(dossier, request.get(), before.getLast(), service));
  }

  private Set<String> fixedQuestions(
      Dossier dossier, AdditionRequest request, Answers before, OnlineService service) {
    var now = dossier.answers();
    var then = situation(service, before);
    var faulty =
        forms.checkAll(service.form(), now, today()).stream()
            .map(Fault::questionId)
            .collect(toSet());
    return service.form().pages().stream()
        .flatMap(page -> page.questions().stream())
        .filter(then::asks)
        .map(Question::id)
        .filter(id -> request.points().stream().noneMatch(point -> point.aboutQuestion(id)))
        .filter(id -> !faulty.contains(id))
        .filter(id -> before.find(id).equals(now.find(id)))
        .collect(toSet());
  }

  private Set<String> fixedPapers(
      Dossier dossier, AdditionRequest request, HandedIn before, OnlineService service) {
    var then = service.papersIn(situation(service, before.answers()));
    var now = service.papersIn(situation(service, dossier.answers()));
    var missing = ids(Completeness.missing(dossier, now));
    var fixed = new HashSet<>(ids(then));
    fixed.removeAll(missing);
    fixed.removeIf(id -> request.points().stream().anyMatch(point -> point.aboutPaper(id)));
    fixed.removeIf(id -> !filesOf(id, before).equals(filesOf(id, dossier)));
    return fixed;
  }

  private static Set<String> ids(List<Paper> papers) {
    return papers.stream().map(Paper::id).collect(toSet());
  }

  private static Set<UUID> filesOf(String paper, HandedIn handedIn) {
    return handedIn.papers().stream()
        .filter(file -> file.paper().equals(paper))
        .map(HandedIn.Paper::document)
        .collect(toSet());
  }

  private static Set<UUID> filesOf(String paper, Dossier dossier) {
    return dossier.attachmentsOf(paper).stream()
        .map(file -> file.document().value())
        .collect(toSet());
  }

  private Situation situation(OnlineService service, Answers answers) {
    return service.form().situation(answers, today().today());
  }

  /** Faults are counted here, not read. */
  private FillingContext today() {
    return FillingContext.now(clock, Language.VIETNAMESE);
  }
}
