package org.motcua.dossiers.filling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.documents.UnfinishedUpload;
import org.motcua.documents.UploadId;
import org.motcua.documents.Uploads;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.access.OpenedDossier;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.CurrentUser;
import org.springframework.stereotype.Component;

/**
 * Files on their way to a paper: each is for one paper of one draft, and goes on only for the one
 * who began it.
 */
@Component
class PaperUploads {

  private final OwnDossiers own;
  private final Changeables changeables;
  private final OnlineServices services;
  private final Uploads uploads;

  PaperUploads(OwnDossiers own, Changeables changeables, OnlineServices services, Uploads uploads) {
    this.own = own;
    this.changeables = changeables;
    this.services = services;
    this.uploads = uploads;
  }

  /** Whoever sits there: one who acts for another does not go on with what the other sends. */
  static UUID owner(CurrentUser user) {
    return user.signedIn().value();
  }

  /** Empty if there is no such paper of an open dossier of theirs that may be changed. */
  Optional<String> subject(DossierId id, CurrentUser user, String paper) {
    return own.findToFill(id, user)
        .filter(opened -> opened.share().fillsPapers())
        .map(OpenedDossier::dossier)
        .filter(Dossier::open)
        .filter(dossier -> has(dossier, paper))
        .filter(dossier -> changeables.of(dossier).paper(paper))
        .map(dossier -> subject(dossier, paper));
  }

  Optional<UnfinishedUpload> find(DossierId id, CurrentUser user, String paper, UploadId upload) {
    return subject(id, user, paper)
        .flatMap(
            subject ->
                uploads.find(upload, owner(user)).filter(found -> found.subject().equals(subject)));
  }

  List<UnfinishedUpload> list(Dossier dossier, CurrentUser user, String paper) {
    return uploads.list(owner(user), subject(dossier, paper));
  }

  private boolean has(Dossier dossier, String paper) {
    return services.get(dossier.service().slug(), dossier.service().version()).papers().stream()
        .anyMatch(candidate -> candidate.id().equals(paper));
  }

  private static String subject(Dossier dossier, String paper) {
    return "dossiers:" + dossier.id() + ":" + paper;
  }
}
