package org.motcua.dossiers.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motcua.dossiers.model.CarriedOver;
import org.motcua.dossiers.model.CarriedOver.Aside;
import org.motcua.dossiers.model.CarriedOverStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.ServiceVersion;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Answers;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.forms.Summary;
import org.motcua.forms.Words;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a draft to the version of its service that is in force, at the moment when somebody opens
 * it. Answers to questions that are gone, or that want another kind of answer now, are put aside.
 */
@Component
class CarryOver {

  private final OnlineServices services;
  private final DossierStore dossiers;
  private final CarriedOverStore carriedOvers;
  private final Forms forms;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;
  private final Clock clock;

  CarryOver(
      OnlineServices services,
      DossierStore dossiers,
      CarriedOverStore carriedOvers,
      Forms forms,
      TransactionTemplate transaction,
      AuditTrail audit,
      Clock clock) {
    this.services = services;
    this.dossiers = dossiers;
    this.carriedOvers = carriedOvers;
    this.forms = forms;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /** The draft as it now stands; what is no draft, or is of the version in force, as it is. */
  Dossier toVersionInForce(Dossier dossier) {
    return newer(dossier).isEmpty() ? dossier : carried(dossier);
  }

  private Optional<OnlineService> newer(Dossier dossier) {
    if (!dossier.status().draft()) return Optional.empty();
    return services
        .find(dossier.service().slug())
        .filter(service -> service.version() > dossier.service().version());
  }

  private Dossier carried(Dossier seen) {
    return transaction.execute(
        status -> {
          var draft = dossiers.findForUpdate(seen.id()).orElse(seen);
          newer(draft).ifPresent(service -> carry(draft, service));
          return dossiers.find(draft.id()).orElse(draft);
        });
  }

  private void carry(Dossier draft, OnlineService newer) {
    var older = services.get(newer.slug(), draft.service().version());
    var asked = older.form().withoutUnasked(draft.answers(), today(Language.VIETNAMESE).today());
    var kept = draft.answers();
    var aside = new ArrayList<Aside>();
    for (var id : draft.answers().values().keySet()) {
      var fitting = Fitting.of(older.form(), newer.form(), id, draft.answers());
      kept = fitting.kept().isEmpty() ? kept.without(id) : kept.with(id, fitting.kept().get());
      var question = older.form().findQuestion(id).filter(each -> asked.has(id));
      if (question.isPresent()) aside.addAll(aside(older, question.get(), asked, fitting));
    }
    var earlier = carriedOvers.find(draft.id());
    carriedOvers.carry(
        draft.id(),
        new ServiceVersion(newer.slug(), newer.version(), newer.procedure()),
        kept,
        new CarriedOver(
            earlier.map(CarriedOver::fromVersion).orElse(draft.service().version()),
            newer.version(),
            Stream.concat(
                    earlier.map(CarriedOver::aside).orElse(List.of()).stream(), aside.stream())
                .toList()));
    audit.record(
        "system:dossiers",
        "dossiers.carried_over",
        "dossier",
        draft.id().toString(),
        Map.of("from", draft.service().version(), "to", newer.version()));
  }

  private List<Aside> aside(
      OnlineService older, Question question, Answers answers, Fitting fitting) {
    if (fitting.lost().isPresent()) {
      var lost = answers.with(question.id(), fitting.lost().get());
      return List.of(
          new Aside(
              question.id(),
              question.name(),
              new Words(
                  forms.text(older.form(), question.id(), lost, today(Language.VIETNAMESE)),
                  forms.text(older.form(), question.id(), lost, today(Language.ENGLISH)))));
    }
    return question.type() instanceof QuestionType.Table table
        ? table.columns().stream()
            .filter(column -> fitting.lostCells().containsKey(column.id()))
            .map(column -> aside(older, question, table, column, answers, fitting))
            .filter(aside -> !aside.answer().vi().isEmpty())
            .toList()
        : List.of();
  }

  private Aside aside(
      OnlineService older,
      Question question,
      QuestionType.Table table,
      Question column,
      Answers answers,
      Fitting fitting) {
    var place = table.columns().indexOf(column);
    var rows = fitting.lostCells().getOrDefault(column.id(), List.of());
    return new Aside(
        question.id(),
        new Words(
            question.name().vi() + " – " + column.name().vi(),
            question.name().en() + " – " + column.name().en()),
        new Words(
            cells(older, question, answers, place, rows, Language.VIETNAMESE),
            cells(older, question, answers, place, rows, Language.ENGLISH)));
  }

  /** {@code Học sinh (1); Công nhân (3)}: each with the number of its row. */
  private String cells(
      OnlineService older,
      Question question,
      Answers answers,
      int column,
      List<Integer> rows,
      Language language) {
    return forms.summary(older.form(), answers, today(language)).sections().stream()
        .flatMap(section -> section.tables().stream())
        .filter(table -> table.name().equals(question.name().in(language)))
        .flatMap(table -> rows.stream().map(row -> cell(table, row, column)))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String cell(Summary.Table table, int row, int column) {
    if (row >= table.rows().size()) return "";
    var text = table.rows().get(row).get(column);
    return text.isEmpty() ? "" : text + " (" + (row + 1) + ")";
  }

  private FillingContext today(Language language) {
    return FillingContext.now(clock, language);
  }
}
