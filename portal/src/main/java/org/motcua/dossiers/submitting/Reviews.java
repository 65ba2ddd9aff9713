package org.motcua.dossiers.submitting;

import java.time.Clock;
import java.util.List;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.CarriedOverStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KnownAnswersStore;
import org.motcua.dossiers.paying.FeePayments;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.FieldError;
import org.springframework.stereotype.Component;

/** Puts together what an applicant looks over before handing in. */
@Component
class Reviews {

  private final OnlineServices services;
  private final DossierStore dossiers;
  private final CarriedOverStore carriedOvers;
  private final KnownAnswersStore knownAnswers;
  private final Forms forms;
  private final SignerRows signers;
  private final FeePayments payments;
  private final Organisation organisation;
  private final Changeables changeables;
  private final Clock clock;

  Reviews(
      OnlineServices services,
      DossierStore dossiers,
      CarriedOverStore carriedOvers,
      KnownAnswersStore knownAnswers,
      Forms forms,
      SignerRows signers,
      FeePayments payments,
      Organisation organisation,
      Changeables changeables,
      Clock clock) {
    this.services = services;
    this.dossiers = dossiers;
    this.carriedOvers = carriedOvers;
    this.knownAnswers = knownAnswers;
    this.forms = forms;
    this.signers = signers;
    this.payments = payments;
    this.organisation = organisation;
    this.changeables = changeables;
    this.clock = clock;
  }

  ReviewView of(Dossier dossier, List<FieldError> errors, Language language) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var context = FillingContext.now(clock, language);
    var situation = service.form().situation(dossier.answers(), context.today());
    var fees = service.feesIn(situation);
    var receiver = service.receiver().find(situation, organisation);
    return new ReviewView(
        dossier,
        service,
        language,
        forms.summary(service.form(), dossier.answers(), knownAnswers.find(dossier.id()), context),
        service.papersIn(situation),
        fees,
        dossier.status().draft()
            ? payments.first(dossier, receiver.map(Agency::id).orElse(null), fees)
            : null,
        receiver.map(Agency::name).orElse(null),
        service.timeLimitIn(situation).text().in(language),
        signers.of(dossier, language),
        dossiers.findOpenRequest(dossier.id()).map(AdditionRequest::points).orElseGet(List::of),
        changeables.of(dossier),
        dossier.status().draft() ? carriedOvers.find(dossier.id()).orElse(null) : null,
        errors);
  }
}
