package org.motcua.dossiers.papers;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.KeptPaperId;
import org.motcua.dossiers.model.KeptPaperStore;
import org.motcua.dossiers.model.PaperLook;
import org.motcua.dossiers.model.PaperLook.Act;
import org.motcua.dossiers.model.TakenPaperStore;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.ids.NewId;
import org.springframework.stereotype.Component;

/** Writes down who has seen the papers of a store, its owner too. */
@Component
public class PaperLooks {

  private final KeptPaperStore papers;
  private final TakenPaperStore taken;
  private final Clock clock;

  PaperLooks(KeptPaperStore papers, TakenPaperStore taken, Clock clock) {
    this.papers = papers;
    this.taken = taken;
    this.clock = clock;
  }

  void opened(KeptPaperId paper, CurrentUser user) {
    look(paper, Act.OPENED, user, null, null);
  }

  /** A file of a dossier was opened by one of those whose dossier it is. */
  public void opened(DossierId dossier, DocumentId document, CurrentUser user) {
    taken
        .find(dossier, document)
        .ifPresent(from -> look(from.paper(), Act.OPENED, user, null, dossier));
  }

  /** A file of a dossier was opened at the desk. */
  public void handled(
      DossierId dossier, DocumentId document, CurrentUser officer, AgencyId agency) {
    taken
        .find(dossier, document)
        .ifPresent(from -> look(from.paper(), Act.HANDLED, officer, agency, dossier));
  }

  public void taken(
      KeptPaperId paper, CurrentUser user, @Nullable AgencyId goesTo, DossierId dossier) {
    look(paper, Act.TAKEN, user, goesTo, dossier);
  }

  private void look(
      KeptPaperId paper,
      Act act,
      CurrentUser user,
      @Nullable AgencyId agency,
      @Nullable DossierId dossier) {
    papers.look(
        new PaperLook(
            NewId.next(),
            paper,
            act,
            user.signedIn(),
            nameOf(user),
            agency,
            dossier,
            clock.instant()));
  }

  private static String nameOf(CurrentUser user) {
    var acting = user.acting();
    return acting == null ? user.name() : acting.actorName();
  }
}
