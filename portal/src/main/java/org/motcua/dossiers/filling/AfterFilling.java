package org.motcua.dossiers.filling;

import java.time.Duration;
import java.util.Map;
import org.motcua.dossiers.access.OpenedDossier;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.dossiers.signing.VoidSignatures;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows from every change to answers and papers: who has helped is noted, and what others
 * have signed is void.
 */
@Component
class AfterFilling {

  /** Of one who types on, the audit trail is told so often. */
  private static final Duration TOLD_EVERY = Duration.ofMinutes(10);

  private final ParticipationStore participations;
  private final VoidSignatures voidSignatures;
  private final AuditTrail audit;

  AfterFilling(ParticipationStore participations, VoidSignatures voidSignatures, AuditTrail audit) {
    this.participations = participations;
    this.voidSignatures = voidSignatures;
    this.audit = audit;
  }

  /**
   * @param now as it was saved
   * @param part the page, or {@link org.motcua.dossiers.model.Parts#PAPERS}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void filled(OpenedDossier before, Dossier now, CurrentUser user, String part) {
    follow(before, now, user, part, Duration.ZERO);
  }

  /** The same of what is kept while somebody types. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void typed(OpenedDossier before, Dossier now, CurrentUser user, String part) {
    follow(before, now, user, part, TOLD_EVERY);
  }

  private void follow(
      OpenedDossier before, Dossier now, CurrentUser user, String part, Duration quiet) {
    if (isSame(before.dossier(), now)) return;
    voidSignatures.ofWhatChanged(now);
    var by = before.share().by();
    if (by == null) return;
    var at = now.changedAt();
    if (participations.contribute(by.id(), part, at, at.minus(quiet))) {
      audit.record(
          user.actor(),
          "dossiers.part_filled",
          "dossier",
          now.id().toString(),
          Map.of("part", part, "participation", by.id().toString()));
    }
  }

  private static boolean isSame(Dossier before, Dossier now) {
    return before.answers().equals(now.answers()) && before.attachments().equals(now.attachments());
  }
}
