package org.motcua.exchange.electricity;

import java.time.Clock;
import org.motcua.documents.Documents;
import org.motcua.documents.Files;
import org.motcua.documents.StoredDocument;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Applicant;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.ServiceVersion;
import org.motcua.eservices.FilledExample;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.FilledIn;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests for power for a home in Hạ Long, filled in as the service's example has it. */
@Component
class PowerDrafts {

  private static final ServiceSlug SERVICE = new ServiceSlug("power-supply-low-voltage");

  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Forms forms;
  private final Documents documents;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PowerDrafts(
      DossierStore dossiers,
      OnlineServices services,
      Forms forms,
      Documents documents,
      TransactionTemplate transaction,
      Clock clock) {
    this.dossiers = dossiers;
    this.services = services;
    this.forms = forms;
    this.documents = documents;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Everything answered, and the proof of the premises attached. */
  DossierId complete(CurrentUser applicant, String phone) {
    var service = services.get(SERVICE);
    var example = FilledExample.of(SERVICE, "home");
    var context = new FillingContext(example.today(), Language.VIETNAMESE);
    var draft =
        Dossier.draft(
            DossierId.next(),
            new Applicant(applicant.id(), applicant.name(), phone),
            new ServiceVersion(SERVICE, service.version(), service.procedure()),
            FilledIn.by(forms, service.form(), example.answers(), context).answers(),
            clock.instant());
    transaction.executeWithoutResult(
        status -> {
          dossiers.insert(draft);
          dossiers.attach(draft.id(), attachment());
        });
    return draft.id();
  }

  StoredDocument proof(DossierId id) {
    return documents.get(dossiers.find(id).orElseThrow().attachments().getFirst().document());
  }

  private Attachment attachment() {
    var kept = documents.keep(Files.pdf(), "hop-dong-thue-nha.pdf", "application/pdf");
    return new Attachment(
        "proof-of-premises", kept.id(), kept.name(), kept.size(), clock.instant());
  }
}
