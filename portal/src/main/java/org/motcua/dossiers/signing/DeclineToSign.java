package org.motcua.dossiers.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.Signing;
import org.motcua.dossiers.model.SigningStore;
import org.motcua.dossiers.signing.DecliningOutcome.Changed;
import org.motcua.dossiers.signing.DecliningOutcome.Declined;
import org.motcua.dossiers.signing.DecliningOutcome.NoWords;
import org.motcua.dossiers.signing.DecliningOutcome.NotAsked;
import org.motcua.dossiers.signing.DecliningOutcome.Signed;
import org.motcua.dossiers.signing.DecliningOutcome.TooManyWords;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says no to another's application, and why. His words are for the applicant alone: the agency
 * reads what is handed in, not what was wrong with it before.
 */
@Service
class DeclineToSign {

  static final int MOST_LETTERS = 1000;

  private final DossierStore dossiers;
  private final SigningStore signings;
  private final AskedToSign asked;
  private final SignedContent content;
  private final SigningNotices notices;
  private final AuditTrail audit;
  private final Clock clock;

  DeclineToSign(
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
  DecliningOutcome decline(DossierId id, CurrentUser user, String read, String why) {
    var found = dossiers.findForUpdate(id);
    if (found.isEmpty()) return new NotAsked();
    var dossier = found.get();
    return asked
        .find(dossier, user)
        .map(signing -> decline(signing, dossier, user, read, why.strip()))
        .orElseGet(NotAsked::new);
  }

  private DecliningOutcome decline(
      Signing signing, Dossier dossier, CurrentUser user, String read, String why) {
    var now = clock.instant();
    var contentNow = content.of(dossier, now.atZone(CountryTime.ZONE).toLocalDate());
    if (signing.refusal() != null) return new Declined();
    if (signing.signature() != null && signing.standsFor(contentNow)) return new Signed();
    if (!dossier.open()
        || !signing.standsFor(contentNow)
        || !HexFormat.of().formatHex(contentNow).equals(read)) {
      return new Changed();
    }
    if (why.isEmpty()) return new NoWords();
    if (why.length() > MOST_LETTERS) return new TooManyWords();

    decline(signing, dossier, user, new Signing.Refusal(user.id(), user.name(), now, why));
    return new Declined();
  }

  private void decline(
      Signing signing, Dossier dossier, CurrentUser user, Signing.Refusal refusal) {
    signings.decline(signing.id(), refusal);
    dossiers.append(dossier.id(), told(dossier, user, refusal.at()));
    audit.record(
        user.actor(),
        "dossiers.signing_declined",
        "dossier",
        dossier.id().toString(),
        Map.of("signer", signing.signer()));
    notices.declined(dossier, user.name());
  }

  private static HistoryEntry told(Dossier dossier, CurrentUser user, Instant now) {
    return new HistoryEntry(
        now,
        HistoryEntry.Event.SIGNING_DECLINED,
        dossier.status(),
        dossier.step(),
        new HistoryEntry.Actor.Another(user.id(), user.name()),
        null);
  }
}
