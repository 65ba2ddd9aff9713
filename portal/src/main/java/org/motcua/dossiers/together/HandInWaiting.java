package org.motcua.dossiers.together;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Certificate;
import org.motcua.documents.Certificates;
import org.motcua.documents.Documents;
import org.motcua.documents.VerificationCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Binding;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.BundleStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KnownAnswersStore;
import org.motcua.dossiers.submitting.SubmissionOutcome.AlreadySubmitted;
import org.motcua.dossiers.submitting.SubmissionOutcome.Submitted;
import org.motcua.dossiers.submitting.SubmitDossier;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Flow;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.Known;
import org.motcua.forms.Prefill;
import org.motcua.forms.Question;
import org.motcua.forms.Source;
import org.motcua.forms.ValueKind;
import org.motcua.identity.Accounts;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands in what waited for a result, with the result and what is carried over from it. May run
 * twice, and be killed anywhere: each part is one transaction, after which it waits no longer.
 */
@Service
class HandInWaiting {

  private final BundleStore bundles;
  private final DossierStore dossiers;
  private final OwnDossiers own;
  private final KnownAnswersStore known;
  private final SubmitDossier submitDossier;
  private final LetGo letGo;
  private final OnlineServices services;
  private final Certificates certificates;
  private final Documents documents;
  private final Accounts accounts;
  private final TransactionTemplate transaction;
  private final Clock clock;

  HandInWaiting(
      BundleStore bundles,
      DossierStore dossiers,
      OwnDossiers own,
      KnownAnswersStore known,
      SubmitDossier submitDossier,
      LetGo letGo,
      OnlineServices services,
      Certificates certificates,
      Documents documents,
      Accounts accounts,
      TransactionTemplate transaction,
      Clock clock) {
    this.bundles = bundles;
    this.dossiers = dossiers;
    this.own = own;
    this.known = known;
    this.submitDossier = submitDossier;
    this.letGo = letGo;
    this.services = services;
    this.certificates = certificates;
    this.documents = documents;
    this.accounts = accounts;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** All that waits for this dossier's result. */
  void after(DossierId id) {
    var first = dossiers.find(id);
    if (first.isEmpty()) return;
    for (var part : bundles.listWaitingFor(id)) {
      transaction.executeWithoutResult(
          status ->
              own.findHeldForUpdate(part.dossier())
                  .ifPresent(held -> handIn(held, part, first.get())));
    }
  }

  private void handIn(Dossier held, Bundle.Part part, Dossier first) {
    var waiting = part.waiting();
    if (waiting == null) return;
    var released =
        withAnswers(withResult(held.bind(Binding.ALONE), waiting, first), waiting, first);
    dossiers.save(released);
    var language = accounts.languageOf(released.applicant().account());
    switch (submitDossier.submitReleased(released, language)) {
      case Submitted submitted -> bundles.move(held.id(), Bundle.State.HANDED_IN, null);
      case AlreadySubmitted before -> bundles.move(held.id(), Bundle.State.HANDED_IN, null);
      default -> letGo.incomplete(released, first.id());
    }
  }

  private Dossier withResult(Dossier draft, Bundle.Waiting waiting, Dossier first) {
    var result = first.result();
    var paper = waiting.paper();
    if (result == null || paper == null) return draft;
    var copied = documents.copy(result.document());
    if (copied.isEmpty()) return draft;
    var now = clock.instant();
    var copy = copied.get();
    var file = new Attachment(paper, copy.id(), copy.name(), copy.size(), now);
    dossiers.attach(draft.id(), file);
    bundles.copied(draft.id(), copy.id(), result.document());
    return draft.add(file, now);
  }

  private Dossier withAnswers(Dossier draft, Bundle.Waiting waiting, Dossier first) {
    var today = clock.instant().atZone(CountryTime.ZONE).toLocalDate();
    var form = services.get(draft.service().slug(), draft.service().version()).form();
    var certificate = certificateOf(first);
    var offers = new TreeMap<String, Known>();
    var answers = draft.answers();
    for (var flow : waiting.answers().entrySet()) {
      var question = form.findQuestion(flow.getKey());
      if (question.isEmpty()) continue;
      var value = value(flow.getValue(), first, certificate, question.get());
      if (value.isEmpty()) continue;
      offers.put(
          flow.getKey(), new Known(value.get(), new Source(Source.Kind.RESULT, today), true));
      answers = answers.with(flow.getKey(), value.get());
    }
    if (!offers.isEmpty()) known.add(draft.id(), new Prefill(offers));
    return draft.answer(answers, clock.instant());
  }

  private Optional<Object> value(
      String source, Dossier first, @Nullable Certificate certificate, Question question) {
    var told = certificate == null ? null : ofResult(certificate).get(source);
    if (told != null) {
      var kind = told instanceof String ? ValueKind.TEXT : ValueKind.DATE;
      return Flow.problem(source, kind, question).isPresent()
          ? Optional.empty()
          : Optional.of(told);
    }
    var today = clock.instant().atZone(CountryTime.ZONE).toLocalDate();
    return Flow.value(formOf(first), source, first.answers(), today, question);
  }

  /** As {@code result.<name>} in a package's file. */
  private static Map<String, Object> ofResult(Certificate certificate) {
    return Map.of("result.number", certificate.number(), "result.date", certificate.validFrom());
  }

  private @Nullable Certificate certificateOf(Dossier first) {
    var result = first.result();
    return result == null
        ? null
        : VerificationCode.parse(result.verificationCode())
            .flatMap(certificates::find)
            .orElse(null);
  }

  private FormDefinition formOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version()).form();
  }
}
