package org.motcua.dossiers.telling;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.OutsideCase;
import org.motcua.dossiers.model.OutsideStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Hands applicants all of their dossiers, with the papers they sent and the results they got. */
@Component
class HeldDossiers implements DataHolder {

  private static final int PAGE = 50;

  private final DossierStore dossiers;
  private final OnlineServices services;
  private final OutsideStore cases;
  private final Forms forms;
  private final Histories histories;
  private final Documents documents;
  private final Messages messages;
  private final Clock clock;

  HeldDossiers(
      DossierStore dossiers,
      OnlineServices services,
      OutsideStore cases,
      Forms forms,
      Histories histories,
      Documents documents,
      Messages messages,
      Clock clock) {
    this.dossiers = dossiers;
    this.services = services;
    this.cases = cases;
    this.forms = forms;
    this.histories = histories;
    this.documents = documents;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    var language = parcel.language();
    parcel.put("dossiers.dossier", all(person).map(dossier -> facts(dossier, language)));
    all(person).forEach(dossier -> putFiles(dossier, parcel));
  }

  private Stream<Dossier> all(AccountId person) {
    return DataHolder.all(
        PAGE,
        (@Nullable Dossier last) -> dossiers.listOf(person, last == null ? null : last.id(), PAGE));
  }

  private Map<String, ?> facts(Dossier dossier, Language language) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var context = FillingContext.now(clock, language);
    var answers = new LinkedHashMap<String, String>();
    forms.summary(service.form(), dossier.answers(), context).sections().stream()
        .flatMap(section -> section.rows().stream())
        .filter(row -> !row.value().isBlank())
        .forEach(row -> answers.put(row.name(), row.value()));
    return DataHolder.facts(
        "code", name(dossier),
        "service", service.name().in(language),
        "status", new Coded(dossier.status().name(), messages.text(language, statusKey(dossier))),
        "outsideCode", cases.find(dossier.id()).map(OutsideCase::theirCode).orElse(null),
        "submittedAt", dossier.term().submittedAt(),
        "dueAt", dossier.term().dueAt(),
        "answers", answers,
        "papers", dossier.attachments().stream().map(Attachment::name).toList(),
        "history",
            histories.forApplicant(dossier.id(), language).stream()
                .map(entry -> entry.title() + " · " + entry.when())
                .toList());
  }

  private void putFiles(Dossier dossier, Parcel parcel) {
    var folder = "dossiers/" + name(dossier) + "/";
    dossier.attachments().forEach(paper -> put(parcel, folder, paper.document()));
    var result = dossier.result();
    if (result != null) put(parcel, folder, result.document());
  }

  private void put(Parcel parcel, String folder, DocumentId document) {
    parcel.put(folder + documents.get(document).name(), documents.open(document));
  }

  private static String statusKey(Dossier dossier) {
    return "dossiers.status." + dossier.status().name().toLowerCase(Locale.ROOT);
  }

  /** A draft has no code yet. */
  private static String name(Dossier dossier) {
    return (dossier.code() == null ? dossier.id() : dossier.code()).toString();
  }
}
