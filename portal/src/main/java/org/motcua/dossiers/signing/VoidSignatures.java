package org.motcua.dossiers.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.Signing;
import org.motcua.dossiers.model.SigningStore;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A signature is for answers and papers as they were. Once they are changed it is void, also where
 * they are changed back; at handing in they are compared once more.
 */
@Component
public class VoidSignatures {

  private final SigningStore signings;
  private final SignedContent content;
  private final OnlineServices services;
  private final DossierStore dossiers;
  private final SigningNotices notices;
  private final AuditTrail audit;
  private final Clock clock;

  VoidSignatures(
      SigningStore signings,
      SignedContent content,
      OnlineServices services,
      DossierStore dossiers,
      SigningNotices notices,
      AuditTrail audit,
      Clock clock) {
    this.signings = signings;
    this.content = content;
    this.services = services;
    this.dossiers = dossiers;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param now as it has just been saved, its row locked
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void ofWhatChanged(Dossier now) {
    if (serviceOf(now).signers().isEmpty()) return;
    var standing = signings.listStanding(now.id());
    if (standing.isEmpty()) return;
    var at = clock.instant();
    var contentNow = content.of(now, at.atZone(CountryTime.ZONE).toLocalDate());
    standing.stream()
        .filter(signing -> !signing.standsFor(contentNow))
        .forEach(signing -> makeVoid(signing, now, at));
  }

  private OnlineService serviceOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version());
  }

  /** Who was only asked is asked anew when the applicant is ready. */
  private void makeVoid(Signing signing, Dossier dossier, Instant at) {
    signings.makeVoid(signing.id(), at);
    var signature = signing.signature();
    if (signature == null) return;
    dossiers.append(
        dossier.id(),
        new HistoryEntry(
            at,
            HistoryEntry.Event.SIGNATURE_VOID,
            dossier.status(),
            dossier.step(),
            new HistoryEntry.Actor.Another(signature.account(), signature.name()),
            null));
    audit.record(
        "system:dossiers",
        "dossiers.signature_void",
        "dossier",
        dossier.id().toString(),
        Map.of("signer", signing.signer(), "account", signature.account().toString()));
    notices.madeVoid(signature.account(), signature.name(), dossier);
  }
}
