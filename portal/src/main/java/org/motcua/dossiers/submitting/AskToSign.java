package org.motcua.dossiers.submitting;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Completeness;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.signing.AskSigners;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Paper;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks others for their signatures, once nothing is missing any more: what is signed is whole. */
@Service
class AskToSign {

  /** Each time word is sent to people whom the applicant has named. */
  private static final Limit ASKED = new Limit(20, Duration.ofDays(1));

  private final OwnDossiers own;
  private final AskSigners askSigners;
  private final OnlineServices services;
  private final Forms forms;
  private final RateLimits limits;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AskToSign(
      OwnDossiers own,
      AskSigners askSigners,
      OnlineServices services,
      Forms forms,
      RateLimits limits,
      TransactionTemplate transaction,
      Clock clock) {
    this.own = own;
    this.askSigners = askSigners;
    this.services = services;
    this.forms = forms;
    this.limits = limits;
    this.transaction = transaction;
    this.clock = clock;
  }

  sealed interface Outcome {
    record Asked() implements Outcome {}

    record AnswersFaulty(List<Fault> faults) implements Outcome {}

    record PapersMissing(List<Paper> papers) implements Outcome {}

    /** The applicant has asked too often today. */
    record TooOften() implements Outcome {}

    /** It was handed in meanwhile, or never was there. */
    record NotOpen() implements Outcome {}
  }

  Outcome ask(DossierId id, CurrentUser user, Language language) {
    if (!limits.tryConsume("dossiers.ask-to-sign:" + user.signedIn(), ASKED)) {
      return new Outcome.TooOften();
    }
    return transaction.execute(
        status ->
            own.findForUpdate(id, user, Power.FILE)
                .filter(Dossier::open)
                .map(dossier -> ask(dossier, user, language))
                .orElseGet(Outcome.NotOpen::new));
  }

  private Outcome ask(Dossier dossier, CurrentUser user, Language language) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var today = FillingContext.now(clock, language);
    var faults = forms.checkAll(service.form(), dossier.answers(), today);
    if (!faults.isEmpty()) return new Outcome.AnswersFaulty(faults);
    var situation = service.form().situation(dossier.answers(), today.today());
    var missing = Completeness.missing(dossier, service.papersIn(situation));
    if (!missing.isEmpty()) return new Outcome.PapersMissing(missing);
    askSigners.ask(dossier, user);
    return new Outcome.Asked();
  }
}
