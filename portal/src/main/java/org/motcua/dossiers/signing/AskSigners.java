package org.motcua.dossiers.signing;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.Signing;
import org.motcua.dossiers.model.SigningStore;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.NamedPeople;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.ids.NewId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks those who have to sign an application that is complete. Asking twice is asking once. */
@Component
public class AskSigners {

  private final Signatures signatures;
  private final SigningStore signings;
  private final SignedContent content;
  private final NamedPeople people;
  private final SigningNotices notices;
  private final AuditTrail audit;
  private final Clock clock;

  AskSigners(
      Signatures signatures,
      SigningStore signings,
      SignedContent content,
      NamedPeople people,
      SigningNotices notices,
      AuditTrail audit,
      Clock clock) {
    this.signatures = signatures;
    this.signings = signings;
    this.content = content;
    this.people = people;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param dossier whose row is locked, and in which nothing is missing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void ask(Dossier dossier, CurrentUser user) {
    var now = clock.instant();
    var contentNow = content.of(dossier, now.atZone(CountryTime.ZONE).toLocalDate());
    for (var signer : signatures.of(dossier)) {
      switch (signer.state()) {
        case NOT_ASKED, DECLINED, VOID -> {
          var earlier = signer.signing();
          if (earlier != null) signings.makeVoid(earlier.id(), now);
          ask(signer, dossier, contentNow);
        }
        case WAITING, SIGNED, OWN, TWICE, NO_NUMBER -> {}
      }
    }
    audit.record(
        user.actor(),
        "dossiers.signers_asked",
        "dossier",
        dossier.id().toString(),
        Map.of("content", HexFormat.of().formatHex(contentNow)));
  }

  /** Word goes to the account of that number, if there is one; others see it when they sign in. */
  private void ask(NeededSigner signer, Dossier dossier, byte[] contentNow) {
    signings.add(
        new Signing(
            NewId.next(),
            dossier.id(),
            signer.id(),
            people.guard(signer.number()),
            signer.numberEnd(),
            signer.name(),
            contentNow,
            clock.instant(),
            null,
            null,
            null));
    notices.asked(signer, dossier);
  }
}
