package org.motcua.dossiers.tracking;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.access.OpenedDossier;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.BundleStore;
import org.motcua.dossiers.model.CarriedOverStore;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Completeness;
import org.motcua.dossiers.model.CopiedFrom;
import org.motcua.dossiers.model.CopiedFromStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KnownAnswersStore;
import org.motcua.dossiers.model.RevocationStore;
import org.motcua.dossiers.paying.FeePayments;
import org.motcua.dossiers.telling.Histories;
import org.motcua.dossiers.telling.OutsideViews;
import org.motcua.dossiers.telling.PostViews;
import org.motcua.dossiers.telling.SharedWork;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServicePackages;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.TagColour;
import org.motcua.platform.web.ui.Task;
import org.springframework.stereotype.Component;

/** Puts together what somebody who follows a dossier sees. */
@Component
class TrackingViews {

  private final DossierStore dossiers;
  private final ChargeStore charges;
  private final FeePayments payments;
  private final KnownAnswersStore knownAnswers;
  private final CarriedOverStore carriedOvers;
  private final CopiedFromStore copies;
  private final RevocationStore revocations;
  private final BundleStore bundles;
  private final ServicePackages packages;
  private final PostViews post;
  private final OnlineServices services;
  private final Organisation organisation;
  private final Forms forms;
  private final Histories histories;
  private final OutsideViews outside;
  private final SharedWork sharedWork;
  private final Messages messages;
  private final Clock clock;

  TrackingViews(
      DossierStore dossiers,
      ChargeStore charges,
      FeePayments payments,
      KnownAnswersStore knownAnswers,
      CarriedOverStore carriedOvers,
      CopiedFromStore copies,
      RevocationStore revocations,
      BundleStore bundles,
      ServicePackages packages,
      PostViews post,
      OnlineServices services,
      Organisation organisation,
      Forms forms,
      Histories histories,
      OutsideViews outside,
      SharedWork sharedWork,
      Messages messages,
      Clock clock) {
    this.dossiers = dossiers;
    this.charges = charges;
    this.payments = payments;
    this.knownAnswers = knownAnswers;
    this.carriedOvers = carriedOvers;
    this.copies = copies;
    this.revocations = revocations;
    this.bundles = bundles;
    this.packages = packages;
    this.post = post;
    this.services = services;
    this.organisation = organisation;
    this.forms = forms;
    this.histories = histories;
    this.outside = outside;
    this.sharedWork = sharedWork;
    this.messages = messages;
    this.clock = clock;
  }

  List<DossierRow> rows(List<Dossier> list, Language language) {
    var found = bundles.findWith(list.stream().map(Dossier::id).toList());
    return list.stream()
        .map(
            dossier ->
                new DossierRow(
                    dossier,
                    serviceOf(dossier).name().in(language),
                    together(found.get(dossier.id()), language)))
        .toList();
  }

  /** A package that is offered no longer has lost its name here. */
  @Nullable TogetherView together(@Nullable Bundle bundle, Language language) {
    if (bundle == null) return null;
    var name =
        packages
            .find(bundle.packaged())
            .map(found -> found.name().in(language))
            .orElseGet(() -> messages.text(language, "dossiers.together.unnamed"));
    return new TogetherView(name, "/my/packages/" + bundle.id());
  }

  /**
   * @param maySign whether who looks may ask for it back
   */
  OwnView own(Dossier dossier, boolean maySign, Language language) {
    var service = serviceOf(dossier);
    return new OwnView(
        dossier,
        service.name().in(language),
        agencyName(dossier),
        forms.summary(
            service.form(),
            dossier.answers(),
            knownAnswers.find(dossier.id()),
            FillingContext.now(clock, language)),
        histories.forApplicant(dossier.id(), language),
        outside.forApplicant(dossier, service, language),
        dossiers.findOpenRequest(dossier.id()).map(AdditionRequest::points).orElseGet(List::of),
        charges.find(dossier.id()).orElse(null),
        payments.told(dossier),
        maySign && WithdrawDossier.isPossible(dossier, service),
        maySign && dossier.open(),
        dossier.term().late(clock.instant()),
        histories.submittedBy(dossier.id()),
        sharedWork.told(dossier, language),
        revocations.find(dossier.id()).orElse(null),
        post.of(dossier, language));
  }

  PublicView open(Dossier dossier, Language language) {
    return new PublicView(
        dossier.submittedCode(),
        dossier.status(),
        serviceOf(dossier).name().in(language),
        dossier.decidingAgency(),
        agencyName(dossier),
        dossier.term(),
        dossier.term().late(clock.instant()),
        histories.forPublic(dossier.id(), language),
        outside.forPublic(dossier, serviceOf(dossier), language),
        post.forPublic(dossier, language));
  }

  /** What somebody fills in who was invited: his parts, and the rest only if he may read it. */
  SharedView shared(OpenedDossier opened, Language language) {
    var dossier = opened.dossier();
    var until = requireNonNull(opened.share().by()).until();
    return new SharedView(
        draft(opened, language),
        dossier.applicant().name(),
        new Formats(language).date(until.minusSeconds(1)),
        opened.share().seesAll()
            ? forms.summary(
                serviceOf(dossier).form(), dossier.answers(), FillingContext.now(clock, language))
            : null);
  }

  /** The parts of a draft: the form's pages, the papers, and the review at the end. */
  DraftView draft(OpenedDossier opened, Language language) {
    var dossier = opened.dossier();
    var share = opened.share();
    var service = serviceOf(dossier);
    var context = FillingContext.now(clock, language);
    var here = "/my/dossiers/" + dossier.id();
    var faults = forms.checkAll(service.form(), dossier.answers(), context);
    var tasks = new ArrayList<Task>();
    for (var page : service.form().reachablePages(dossier.answers(), context.today())) {
      if (share.fills(page)) tasks.add(pageTask(dossier, page, faults, here, language));
    }
    var situation = service.form().situation(dossier.answers(), context.today());
    var papers = service.papersIn(situation);
    var papersThere = Completeness.missing(dossier, papers).isEmpty();
    if (!papers.isEmpty() && share.fillsPapers()) {
      tasks.add(
          task(
              messages.text(language, "dossiers.papers.title"),
              here + "/papers",
              papersThere
                  ? Progress.DONE
                  : dossier.attachments().isEmpty() ? Progress.NOT_BEGUN : Progress.UNFINISHED,
              language));
    }
    var ready = faults.isEmpty() && papersThere;
    return new DraftView(
        dossier,
        service.name().in(language),
        tasks,
        firstOpen(tasks, share.guest() ? here : here + "/review"),
        ready,
        share.guest() ? List.of() : sharedWork.told(dossier, language),
        share.guest() ? null : carriedOvers.find(dossier.id()).orElse(null));
  }

  /** What a draft is a copy of, if it is one. */
  @Nullable FormerView former(Dossier draft) {
    return copies
        .find(draft.id())
        .flatMap(
            copied ->
                dossiers
                    .findOwn(copied.former(), draft.applicant().account())
                    .map(former -> former(former, copied)))
        .orElse(null);
  }

  private static FormerView former(Dossier former, CopiedFrom copied) {
    var reason = former.status() == DossierStatus.RETURNED ? null : former.reason();
    return new FormerView(
        former.submittedCode().value(),
        "/my/dossiers/" + former.id(),
        reason == null || reason.isBlank() ? null : reason,
        copied.leftOut());
  }

  private Task pageTask(
      Dossier dossier, FormPage page, List<Fault> faults, String here, Language language) {
    var faulty = faults.stream().anyMatch(fault -> fault.pageId().equals(page.id()));
    var begun =
        page.questions().stream().anyMatch(question -> dossier.answers().has(question.id()));
    var progress = !begun ? Progress.NOT_BEGUN : faulty ? Progress.UNFINISHED : Progress.DONE;
    return task(page.title().in(language), here + "/pages/" + page.id(), progress, language);
  }

  private Task task(String title, String href, Progress progress, Language language) {
    return new Task(
        title,
        href,
        null,
        messages.text(language, "dossiers.progress." + progress.name().toLowerCase(Locale.ROOT)),
        progress.colour);
  }

  /** Where somebody who comes back most likely wants to go on. */
  private String firstOpen(List<Task> tasks, String otherwise) {
    return tasks.stream()
        .filter(task -> task.colour() != null)
        .map(Task::href)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(otherwise);
  }

  /** By the service as it is offered now, since that is what would be begun. */
  boolean copyable(Dossier dossier) {
    return services.find(dossier.service().slug()).filter(dossier::copyable).isPresent();
  }

  private OnlineService serviceOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version());
  }

  private String agencyName(Dossier dossier) {
    return organisation.findAgency(dossier.decidingAgency()).map(Agency::name).orElse("");
  }

  private enum Progress {
    NOT_BEGUN(TagColour.BLUE),
    UNFINISHED(TagColour.GOLD),
    DONE(null);

    private final @Nullable TagColour colour;

    Progress(@Nullable TagColour colour) {
      this.colour = colour;
    }
  }
}
