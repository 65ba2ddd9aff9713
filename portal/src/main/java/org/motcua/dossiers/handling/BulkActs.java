package org.motcua.dossiers.handling;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.NoSuchDossier;
import org.motcua.dossiers.handling.DeskOutcome.NoSuchOfficer;
import org.motcua.dossiers.model.Dossier;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The same act for several dossiers. Each is a transaction of its own with its own outcome: one
 * that cannot be done, or fails, keeps none of the others from being done.
 */
@Component
class BulkActs {

  private static final Logger log = LoggerFactory.getLogger(BulkActs.class);

  private final Desk desk;
  private final ReceiveDossier reception;
  private final AssignDossier assigning;
  private final DeskAnswers answers;
  private final Messages messages;

  BulkActs(
      Desk desk,
      ReceiveDossier reception,
      AssignDossier assigning,
      DeskAnswers answers,
      Messages messages) {
    this.desk = desk;
    this.reception = reception;
    this.assigning = assigning;
    this.answers = answers;
    this.messages = messages;
  }

  List<BulkResult> accept(List<DossierId> ids, DeskOfficer officer, Language language) {
    var accepted = messages.text(language, "dossiers.bulk.accepted");
    return each(ids, officer, id -> reception.accept(id, officer), after -> accepted, language);
  }

  List<BulkResult> assign(
      List<DossierId> ids, DeskOfficer officer, @Nullable UUID to, Language language) {
    return each(
        ids,
        officer,
        id -> to == null ? new NoSuchOfficer() : assigning.assign(id, officer, to),
        after ->
            messages.text(
                language,
                "dossiers.bulk.assigned",
                String.valueOf(assigning.nameOf(after.handler()))),
        language);
  }

  private List<BulkResult> each(
      List<DossierId> ids,
      DeskOfficer officer,
      Function<DossierId, DeskOutcome> act,
      Function<Dossier, String> told,
      Language language) {
    return ids.stream().map(id -> result(id, officer, act, told, language)).toList();
  }

  private BulkResult result(
      DossierId id,
      DeskOfficer officer,
      Function<DossierId, DeskOutcome> act,
      Function<Dossier, String> told,
      Language language) {
    var before = desk.find(id, officer);
    if (before.isEmpty()) return gone(id, language);
    var dossier = before.get();
    return switch (carriedOut(id, act)) {
      case null -> result(dossier, false, messages.text(language, "dossiers.bulk.failed"));
      case Done(Dossier after) -> result(dossier, true, told.apply(after));
      case NoSuchDossier none -> gone(id, language);
      case DeskOutcome refusal -> result(dossier, false, answers.words(refusal, language));
    };
  }

  /** Nothing, when the database refused it. */
  private static @Nullable DeskOutcome carriedOut(
      DossierId id, Function<DossierId, DeskOutcome> act) {
    try {
      return act.apply(id);
    } catch (DataAccessException | TransactionException e) {
      log.warn("One of several dossiers was left as it was: {}", id, e);
      return null;
    }
  }

  private BulkResult gone(DossierId id, Language language) {
    return new BulkResult(
        id.toString(), null, null, false, messages.text(language, "dossiers.bulk.gone"));
  }

  private static BulkResult result(Dossier dossier, boolean done, String words) {
    return new BulkResult(
        dossier.id().toString(),
        dossier.submittedCode().value(),
        dossier.applicant().name(),
        done,
        words);
  }
}
