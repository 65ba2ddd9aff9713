package org.motcua.dossiers.api;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.api.DossierJson.Addition;
import org.motcua.dossiers.api.DossierJson.Fee;
import org.motcua.dossiers.api.DossierJson.Happening;
import org.motcua.dossiers.api.DossierJson.PaperFile;
import org.motcua.dossiers.api.DossierJson.PaymentLink;
import org.motcua.dossiers.api.DossierJson.ResultFile;
import org.motcua.dossiers.filling.PutAnswers;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.paying.FeePayments;
import org.motcua.dossiers.telling.Histories;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.platform.api.Problem;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Tells programs of dossiers. */
@Component
class DossierJsons {

  private final DossierStore dossiers;
  private final ChargeStore charges;
  private final FeePayments payments;
  private final OnlineServices services;
  private final Forms forms;
  private final Histories histories;
  private final Messages messages;
  private final Clock clock;

  DossierJsons(
      DossierStore dossiers,
      ChargeStore charges,
      FeePayments payments,
      OnlineServices services,
      Forms forms,
      Histories histories,
      Messages messages,
      Clock clock) {
    this.dossiers = dossiers;
    this.charges = charges;
    this.payments = payments;
    this.services = services;
    this.forms = forms;
    this.histories = histories;
    this.messages = messages;
    this.clock = clock;
  }

  /** In a list, or in answer to an act. */
  DossierJson brief(Dossier dossier, Language language) {
    return of(dossier, null, null, null, null, null, null, language);
  }

  /** What was just kept, with what is wrong in it. */
  DossierJson kept(Dossier dossier, List<Problem.Error> errors, Language language) {
    return of(dossier, papers(dossier), errors, null, null, null, null, language);
  }

  /** All of it, as the applicant may know it. */
  DossierJson whole(Dossier dossier, Language language) {
    return of(
        dossier,
        papers(dossier),
        dossier.open() ? errors(dossier, language) : null,
        additions(dossier),
        fee(dossier),
        result(dossier),
        dossier.status().draft() ? null : history(dossier, language),
        language);
  }

  String statusName(DossierStatus status, Language language) {
    return messages.text(language, "dossiers.status." + status.name().toLowerCase(Locale.ROOT));
  }

  private DossierJson of(
      Dossier dossier,
      @Nullable List<PaperFile> papers,
      @Nullable List<Problem.Error> errors,
      @Nullable List<Addition> additions,
      @Nullable Fee fee,
      @Nullable ResultFile result,
      @Nullable List<Happening> history,
      Language language) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var code = dossier.code();
    var agency = dossier.agency();
    return new DossierJson(
        dossier.id().value(),
        code == null ? null : code.value(),
        dossier.service().slug().value(),
        dossier.service().version(),
        dossier.service().procedure().value(),
        service.name().in(language),
        dossier.applicant().name(),
        dossier.status().national(),
        statusName(dossier.status(), language),
        agency == null ? null : agency.value(),
        dossier.term().submittedAt(),
        dossier.term().dueAt(),
        dossier.changedAt(),
        dossier.reason(),
        papers == null ? null : dossier.answers().values(),
        papers,
        errors,
        additions,
        fee,
        result,
        history,
        PutAnswers.mark(dossier));
  }

  private static List<PaperFile> papers(Dossier dossier) {
    return dossier.attachments().stream().map(file -> paper(dossier, file)).toList();
  }

  static PaperFile paper(Dossier dossier, Attachment file) {
    return new PaperFile(
        file.paper(),
        file.document().value(),
        file.name(),
        file.size(),
        file.addedAt(),
        "/api/dossiers/" + dossier.id() + "/papers/" + file.document());
  }

  private List<Problem.Error> errors(Dossier dossier, Language language) {
    var form = services.get(dossier.service().slug(), dossier.service().version()).form();
    var today = FillingContext.now(clock, language);
    return Replies.errors(forms.misfits(form, dossier.answers(), today));
  }

  private @Nullable List<Addition> additions(Dossier dossier) {
    if (dossier.status() != DossierStatus.ADDITIONS_REQUESTED) return null;
    return dossiers
        .findOpenRequest(dossier.id())
        .map(
            request ->
                request.points().stream()
                    .map(point -> new Addition(point.target(), point.text()))
                    .toList())
        .orElse(null);
  }

  private @Nullable Fee fee(Dossier dossier) {
    if (dossier.status().draft()) return null;
    return charges
        .find(dossier.id())
        .map(
            charge ->
                new Fee(
                    charge.total(),
                    charge.settlement() != null,
                    payments
                        .open(dossier.id())
                        .map(open -> new PaymentLink(open.page()))
                        .orElse(null)))
        .orElse(null);
  }

  private static @Nullable ResultFile result(Dossier dossier) {
    var result = dossier.result();
    return result == null
        ? null
        : new ResultFile(
            result.verificationCode(), "/api/dossiers/" + dossier.id() + "/result.pdf");
  }

  private List<Happening> history(Dossier dossier, Language language) {
    return dossiers.historyOf(dossier.id()).stream()
        .map(entry -> happening(entry, language))
        .toList();
  }

  /** What officers say to each other is not told. */
  private Happening happening(HistoryEntry entry, Language language) {
    var amongOfficers = Histories.isAmongOfficers(entry.event());
    return new Happening(
        entry.at(),
        entry.status().national(),
        histories.title(entry, language),
        amongOfficers ? null : entry.note());
  }
}
