package org.motcua.dossiers.handling;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.handling.DossierView.DeskAct;
import org.motcua.dossiers.handling.DossierView.PaperRow;
import org.motcua.dossiers.handling.DossierView.SignatureRow;
import org.motcua.dossiers.model.ApologyStore;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.CorrectionStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Entrusted;
import org.motcua.dossiers.model.HandedInStore;
import org.motcua.dossiers.model.RevocationStore;
import org.motcua.dossiers.papers.TakenPapers;
import org.motcua.dossiers.paying.FeePayments;
import org.motcua.dossiers.signing.Signatures;
import org.motcua.dossiers.telling.EntrustedViews;
import org.motcua.dossiers.telling.Histories;
import org.motcua.dossiers.telling.OutsideViews;
import org.motcua.dossiers.telling.PostViews;
import org.motcua.dossiers.telling.PrintedForms;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.forms.Prefill;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** Puts together what the desk shows of one dossier. */
@Component
class DeskViews {

  private final DossierStore dossiers;
  private final ChargeStore charges;
  private final FeePayments payments;
  private final HandedInStore handedIn;
  private final OnlineServices services;
  private final Organisation organisation;
  private final Forms forms;
  private final Histories histories;
  private final TakenPapers takenPapers;
  private final OutsideViews outside;
  private final Signatures signatures;
  private final EntrustedViews entrusted;
  private final DeskActs acts;
  private final ApologyStore apologies;
  private final PrintedForms printedForms;
  private final AssignDossier assigning;
  private final RevocationStore revocations;
  private final CorrectionStore corrections;
  private final PostViews post;
  private final Clock clock;

  DeskViews(
      DossierStore dossiers,
      ChargeStore charges,
      FeePayments payments,
      HandedInStore handedIn,
      OnlineServices services,
      Organisation organisation,
      Forms forms,
      Histories histories,
      TakenPapers takenPapers,
      OutsideViews outside,
      Signatures signatures,
      EntrustedViews entrusted,
      DeskActs acts,
      ApologyStore apologies,
      PrintedForms printedForms,
      AssignDossier assigning,
      RevocationStore revocations,
      CorrectionStore corrections,
      PostViews post,
      Clock clock) {
    this.dossiers = dossiers;
    this.charges = charges;
    this.payments = payments;
    this.handedIn = handedIn;
    this.services = services;
    this.organisation = organisation;
    this.forms = forms;
    this.histories = histories;
    this.takenPapers = takenPapers;
    this.outside = outside;
    this.signatures = signatures;
    this.entrusted = entrusted;
    this.acts = acts;
    this.apologies = apologies;
    this.printedForms = printedForms;
    this.assigning = assigning;
    this.revocations = revocations;
    this.corrections = corrections;
    this.post = post;
    this.clock = clock;
  }

  DossierView dossier(
      DeskOfficer officer, Dossier dossier, @Nullable String notice, Language language) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var context = FillingContext.now(clock, language);
    var all = handedIn.list(dossier.id());
    var last = all.isEmpty() ? null : all.getLast();
    var before = all.size() < 2 ? null : all.get(all.size() - 2);
    // What the applicant is mending just now is not yet the agency's to see.
    var answers = last == null || !dossier.open() ? dossier.answers() : last.answers();
    var known = last == null ? Prefill.none() : last.known();
    var situation = service.form().situation(answers, context.today());
    var request = dossiers.findOpenRequest(dossier.id()).orElse(null);
    var charge = charges.find(dossier.id()).orElse(null);
    var may = acts.of(officer, dossier, charge);
    return new DossierView(
        dossier,
        organisation.getAgency(officer.agency()).name(),
        service.name().in(language),
        Routes.stepAt(service, dossier.step()).title().in(language),
        before == null
            ? forms.summary(service.form(), answers, known, context)
            : forms.changes(service.form(), before.answers(), answers, known, context),
        service.papersIn(situation).stream()
            .map(paper -> PaperRow.of(paper, paper.name().in(language), dossier, before))
            .toList(),
        takenPapers.of(dossier.id(), language),
        signatures.given(dossier).stream().map(given -> SignatureRow.of(given, language)).toList(),
        histories.forOfficers(dossier.id(), language),
        outside.forOfficers(dossier, service, language),
        officer.seesAllOf(dossier)
            ? entrusted.of(dossier.id(), part -> mayRecall(part, officer), language)
            : List.of(),
        request,
        charge,
        payments.told(dossier),
        apologies.find(dossier.id()).orElse(null),
        officer.seesAllOf(dossier) ? printedForms.of(dossier) : List.of(),
        may,
        may.contains(DeskAct.ASSIGN) ? assigning.colleagues(officer.agency()) : List.of(),
        assigning.nameOf(dossier.handler()),
        dossier.term().late(clock.instant()),
        before == null ? null : before.at(),
        histories.submittedBy(dossier.id()),
        notice,
        officer.seesAllOf(dossier),
        officer.seesContact(),
        revocations.find(dossier.id()).orElse(null),
        corrections.list(dossier.id()).stream()
            .filter(it -> it.madeAt() == null)
            .findFirst()
            .orElse(null),
        post.of(dossier, language));
  }

  private static boolean mayRecall(Entrusted part, DeskOfficer officer) {
    return officer.asked(part) && part.waiting();
  }
}
