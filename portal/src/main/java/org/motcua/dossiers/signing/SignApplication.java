package org.motcua.dossiers.signing;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.Signing;
import org.motcua.dossiers.model.SigningStore;
import org.motcua.dossiers.signing.SigningOutcome.ActsForApplicant;
import org.motcua.dossiers.signing.SigningOutcome.Changed;
import org.motcua.dossiers.signing.SigningOutcome.NotAsked;
import org.motcua.dossiers.signing.SigningOutcome.NotDeclared;
import org.motcua.dossiers.signing.SigningOutcome.Signed;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs another's application as it stands, and only as the signer has read it. */
@Service
class SignApplication {

  private final DossierStore dossiers;
  private final SigningStore signings;
  private final AskedToSign asked;
  private final SignedContent content;
  private final SigningNotices notices;
  private final AuditTrail audit;
  private final Clock clock;

  SignApplication(
      DossierStore dossiers,
      SigningStore signings,
      AskedToSign asked,
      SignedContent content,
      SigningNotices notices,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.signings = signings;
    this.asked = asked;
    this.content = content;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param read the content's hash as it stood on the page that he has read
   */
  @Transactional
  SigningOutcome sign(DossierId id, CurrentUser user, String read, boolean declared) {
    var found = dossiers.findForUpdate(id);
    if (found.isEmpty()) return new NotAsked();
    var dossier = found.get();
    return asked
        .find(dossier, user)
        .map(signing -> sign(signing, dossier, user, read, declared))
        .orElseGet(NotAsked::new);
  }

  private SigningOutcome sign(
      Signing signing, Dossier dossier, CurrentUser user, String read, boolean declared) {
    var now = clock.instant();
    var contentNow = content.of(dossier, now.atZone(CountryTime.ZONE).toLocalDate());
    if (signing.signature() != null && signing.standsFor(contentNow)) return new Signed();
    if (signing.refusal() != null
        || !dossier.open()
        || !signing.standsFor(contentNow)
        || !HexFormat.of().formatHex(contentNow).equals(read)) {
      return new Changed();
    }
    if (asked.actsForApplicant(dossier, user)) return new ActsForApplicant();
    if (!declared) return new NotDeclared();

    signings.sign(signing.id(), new Signing.Signature(user.id(), user.name(), now));
    dossiers.append(
        dossier.id(),
        new HistoryEntry(
            now,
            HistoryEntry.Event.SIGNED,
            dossier.status(),
            dossier.step(),
            new HistoryEntry.Actor.Another(user.id(), user.name()),
            null));
    audit.record(
        user.actor(),
        "dossiers.signed",
        "dossier",
        dossier.id().toString(),
        Map.of("signer", signing.signer(), "content", read, "level", user.level().acr()));
    notices.signed(dossier, user.name());
    return new Signed();
  }
}
