package org.motcua.dossiers.together;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.filling.Awaiting;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.Completeness;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KnownAnswersStore;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Paper;
import org.motcua.eservices.ServicePackage;
import org.motcua.forms.Answers;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Flow;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.forms.Situation;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.TagColour;
import org.motcua.platform.web.ui.Task;
import org.springframework.stereotype.Component;

/** Puts together what is shown of several dossiers that are applied for together. */
@Component
class BundleViews {

  private final DossierStore dossiers;
  private final KnownAnswersStore known;
  private final OnlineServices services;
  private final Awaiting awaiting;
  private final CommonAnswers common;
  private final Forms forms;
  private final Organisation organisation;
  private final Messages messages;
  private final Clock clock;

  BundleViews(
      DossierStore dossiers,
      KnownAnswersStore known,
      OnlineServices services,
      Awaiting awaiting,
      CommonAnswers common,
      Forms forms,
      Organisation organisation,
      Messages messages,
      Clock clock) {
    this.dossiers = dossiers;
    this.known = known;
    this.services = services;
    this.awaiting = awaiting;
    this.common = common;
    this.forms = forms;
    this.organisation = organisation;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * @param packaged null where it is offered no longer
   */
  BundleView of(Bundle bundle, @Nullable ServicePackage packaged, Language language) {
    var here = "/my/packages/" + bundle.id();
    var asked = bundle.sent() ? null : packaged;
    var faults = asked == null ? List.<Fault>of() : common.faults(bundle, asked, language);
    var tasks =
        asked == null ? List.<Task>of() : commonTasks(bundle, asked, faults, here, language);
    var parts =
        needed(bundle, packaged).stream()
            .map(part -> part(part, bundle, packaged, faults.isEmpty(), language))
            .toList();
    var open = new ArrayList<Task>(tasks);
    parts.forEach(part -> open.addAll(part.tasks()));
    var goOn =
        open.stream()
            .filter(task -> task.colour() != null)
            .flatMap(task -> Optional.ofNullable(task.href()).stream())
            .findFirst();
    return new BundleView(
        bundle,
        packaged == null ? null : packaged.name().in(language),
        tasks,
        parts,
        faults.isEmpty(),
        goOn.isEmpty(),
        goOn.orElse(here + "/review"),
        packaged == null ? List.of() : choices(packaged, language),
        bundle.parts().stream().map(part -> part.service().value()).collect(Collectors.toSet()));
  }

  List<Choice> choices(ServicePackage packaged, Language language) {
    return packaged.members().stream()
        .filter(ServicePackage.Member::choice)
        .map(
            member ->
                new Choice(
                    member.service().value(),
                    services.get(member.service()).name().in(language),
                    null))
        .toList();
  }

  private List<Bundle.Part> needed(Bundle bundle, @Nullable ServicePackage packaged) {
    if (bundle.sent() || packaged == null) return bundle.parts();
    var situation = packaged.form().situation(bundle.answers(), today(Language.VIETNAMESE).today());
    return bundle.parts().stream()
        .filter(
            part ->
                packaged
                    .find(part.service())
                    .map(member -> member.belongsIn(situation))
                    .orElse(true))
        .toList();
  }

  private List<Task> commonTasks(
      Bundle bundle, ServicePackage packaged, List<Fault> faults, String here, Language language) {
    return packaged.form().reachablePages(bundle.answers(), today(language).today()).stream()
        .map(page -> task(page, bundle.answers(), faults, here + "/pages/" + page.id(), language))
        .toList();
  }

  private PartView part(
      Bundle.Part part,
      Bundle bundle,
      @Nullable ServicePackage packaged,
      boolean commonDone,
      Language language) {
    var dossier = dossiers.find(part.dossier()).orElseThrow();
    var service = serviceOf(dossier);
    var situation = service.form().situation(dossier.answers(), today(language).today());
    var waiting = part.waiting();
    var first = waiting == null ? null : dossiers.find(waiting.dossier()).orElse(null);
    return new PartView(
        dossier,
        service.name().in(language),
        agency(dossier, service, situation),
        service.timeLimitIn(situation).text().in(language),
        part.state(),
        part.reason(),
        first == null ? null : serviceOf(first).name().in(language),
        first == null ? null : "/my/dossiers/" + first.id(),
        bundle.sent() || packaged == null
            ? List.of()
            : tasks(dossier, service, situation, commonDone, language));
  }

  private @Nullable String agency(Dossier dossier, OnlineService service, Situation situation) {
    var given = dossier.agency();
    return (given == null
            ? service.receiver().find(situation, organisation)
            : organisation.findAgency(given))
        .map(Agency::name)
        .orElse(null);
  }

  /** What only this part asks; nothing of it can be begun before the common questions. */
  private List<Task> tasks(
      Dossier draft,
      OnlineService service,
      Situation situation,
      boolean commonDone,
      Language language) {
    var elsewhere = awaiting.answeredElsewhere(draft);
    var faults = faults(draft, service, language);
    var here = "/my/dossiers/" + draft.id();
    var tasks = new ArrayList<Task>();
    for (var page : service.form().reachablePages(draft.answers(), today(language).today())) {
      var faulty = faults.stream().anyMatch(fault -> fault.pageId().equals(page.id()));
      // What the common questions will answer is wrong here only once they are.
      var asked = !Flow.left(page, situation, elsewhere::contains).isEmpty();
      if (!asked && !(faulty && commonDone)) continue;
      tasks.add(
          task(
              page,
              draft.answers().keep(left(page, elsewhere)),
              faults,
              commonDone ? here + "/pages/" + page.id() : null,
              language));
    }
    var papers = papers(draft, service, situation);
    if (!papers.isEmpty()) {
      tasks.add(papersTask(draft, papers, commonDone ? here + "/papers" : null, language));
    }
    return tasks;
  }

  private static Set<String> left(FormPage page, Set<String> elsewhere) {
    var ids = new HashSet<String>();
    page.questions().forEach(question -> ids.add(question.id()));
    ids.removeAll(elsewhere);
    return ids;
  }

  private Task papersTask(
      Dossier draft, List<Paper> papers, @Nullable String href, Language language) {
    var missing = !Completeness.missing(draft, papers).isEmpty();
    return new Task(
        messages.text(language, "dossiers.papers.title"),
        href,
        null,
        progress(missing ? "not_begun" : "done", language),
        missing ? TagColour.BLUE : null);
  }

  /** Those that somebody has to send, or may. */
  private List<Paper> papers(Dossier draft, OnlineService service, Situation situation) {
    var awaited = awaiting.awaitedPaper(draft);
    return service.papersIn(situation).stream()
        .filter(paper -> !awaited.equals(Optional.of(paper.id())))
        .toList();
  }

  private List<Fault> faults(Dossier draft, OnlineService service, Language language) {
    var answers = service.form().withoutUnasked(draft.answers(), today(language).today());
    var awaited = awaiting.awaitedAnswers(draft);
    return forms.checkAll(service.form(), answers, today(language)).stream()
        .filter(fault -> !awaited.contains(fault.questionId()))
        .toList();
  }

  private Task task(
      FormPage page,
      Answers answers,
      List<Fault> faults,
      @Nullable String href,
      Language language) {
    var begun = page.questions().stream().anyMatch(question -> answers.has(question.id()));
    var faulty = faults.stream().anyMatch(fault -> fault.pageId().equals(page.id()));
    return new Task(
        page.title().in(language),
        href,
        null,
        progress(!faulty ? "done" : begun ? "unfinished" : "not_begun", language),
        !faulty ? null : begun ? TagColour.GOLD : TagColour.BLUE);
  }

  private String progress(String how, Language language) {
    return messages.text(language, "dossiers.progress." + how.toLowerCase(Locale.ROOT));
  }

  BundleReview review(
      Bundle bundle, ServicePackage packaged, List<FieldError> errors, Language language) {
    return new BundleReview(
        "/my/packages/" + bundle.id(),
        packaged.name().in(language),
        forms.summary(packaged.form(), bundle.answers(), today(language)),
        needed(bundle, packaged).stream().map(part -> reviewed(part, language)).toList(),
        errors);
  }

  private BundleReview.Part reviewed(Bundle.Part part, Language language) {
    var dossier = dossiers.find(part.dossier()).orElseThrow();
    var service = serviceOf(dossier);
    var situation = service.form().situation(dossier.answers(), today(language).today());
    var waiting = part.waiting();
    return new BundleReview.Part(
        dossier.id().toString(),
        "/my/dossiers/" + dossier.id(),
        service.name().in(language),
        agency(dossier, service, situation),
        service.timeLimitIn(situation).text().in(language),
        service.feesIn(situation),
        waiting == null
            ? null
            : dossiers
                .find(waiting.dossier())
                .map(first -> serviceOf(first).name().in(language))
                .orElse(null),
        forms.summary(service.form(), dossier.answers(), known.find(dossier.id()), today(language)),
        service.papersIn(situation).stream()
            .map(
                paper ->
                    new BundleReview.Paper(
                        paper.id(),
                        paper.name().in(language),
                        dossier.attachmentsOf(paper.id()).stream().map(Attachment::name).toList(),
                        waiting != null && paper.id().equals(waiting.paper())))
            .toList(),
        service.declaration().in(language));
  }

  String nameOf(Bundle.Part part, Language language) {
    return dossiers
        .find(part.dossier())
        .map(dossier -> serviceOf(dossier).name().in(language))
        .orElse("");
  }

  private OnlineService serviceOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version());
  }

  private FillingContext today(Language language) {
    return FillingContext.now(clock, language);
  }
}
