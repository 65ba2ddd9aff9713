package org.motcua.dossiers.together;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Binding;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.BundleStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServicePackage;
import org.motcua.forms.FillingContext;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Papers that several parts want are sent once, for the first of them. The others get copies, each
 * a document of its own, which come and go with what they are copies of.
 */
@Component
class SharedFiles {

  private final OwnDossiers own;
  private final DossierStore dossiers;
  private final BundleStore bundles;
  private final OnlineServices services;
  private final Documents documents;
  private final Clock clock;

  SharedFiles(
      OwnDossiers own,
      DossierStore dossiers,
      BundleStore bundles,
      OnlineServices services,
      Documents documents,
      Clock clock) {
    this.own = own;
    this.dossiers = dossiers;
    this.bundles = bundles;
    this.services = services;
    this.documents = documents;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void spread(Bundle bundle, ServicePackage packaged, CurrentUser user) {
    var drafts = new HashMap<DossierId, Dossier>();
    for (var part : bundle.parts()) {
      own.findForUpdate(part.dossier(), user, Power.FILE)
          .filter(draft -> draft.binding() == Binding.TOGETHER)
          .ifPresent(draft -> drafts.put(draft.id(), draft));
    }
    for (var shared : packaged.papers()) {
      var first = bundle.find(shared.first()).map(part -> drafts.get(part.dossier()));
      if (first.isEmpty()) continue;
      var files = first.get().attachmentsOf(shared.paper());
      shared
          .others()
          .forEach(
              (service, paper) ->
                  bundle
                      .find(service)
                      .map(part -> drafts.get(part.dossier()))
                      .ifPresent(other -> spread(files, other, paper)));
    }
  }

  private void spread(List<Attachment> files, Dossier other, String paper) {
    var originals = bundles.originalsOf(other.id());
    var wanted = asks(other, paper) ? files : List.<Attachment>of();
    removeStale(wanted, other, paper, originals);
    for (var file : wanted) {
      if (!originals.containsValue(file.document())) copy(file, other, paper);
    }
  }

  private boolean asks(Dossier draft, String paper) {
    var service = services.get(draft.service().slug(), draft.service().version());
    var today = FillingContext.now(clock, Language.VIETNAMESE).today();
    return service.papersIn(service.form().situation(draft.answers(), today)).stream()
        .anyMatch(each -> each.id().equals(paper));
  }

  private void removeStale(
      List<Attachment> wanted, Dossier other, String paper, Map<DocumentId, DocumentId> originals) {
    var there = wanted.stream().map(Attachment::document).toList();
    for (var file : other.attachmentsOf(paper)) {
      var original = originals.get(file.document());
      if (original == null || there.contains(original)) continue;
      dossiers.detach(other.id(), file.document());
      documents.remove(file.document());
    }
  }

  private void copy(Attachment file, Dossier other, String paper) {
    documents
        .copy(file.document())
        .ifPresent(
            copy -> {
              dossiers.attach(
                  other.id(),
                  new Attachment(paper, copy.id(), copy.name(), copy.size(), clock.instant()));
              bundles.copied(other.id(), copy.id(), file.document());
            });
  }
}
