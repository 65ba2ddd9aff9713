package org.motcua.identity.recovering;

import java.util.UUID;
import org.motcua.identity.profile.SecretLink;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the delay is over and nobody has stopped it, the link goes to the new phone. */
@Service
class SendRecoveryLink {

  private final Recoveries recoveries;
  private final SmsGateway sms;
  private final Messages messages;
  private final AuditTrail audit;
  private final String portal;

  SendRecoveryLink(
      Recoveries recoveries,
      SmsGateway sms,
      Messages messages,
      AuditTrail audit,
      @Value("${motcua.public-url}") String portal) {
    this.recoveries = recoveries;
    this.sms = sms;
    this.messages = messages;
    this.audit = audit;
    this.portal = portal;
  }

  @Transactional
  public void send(UUID id) {
    recoveries
        .findForUpdate(id)
        .filter(recovery -> recovery.is(RecoveryState.APPROVED))
        .ifPresent(this::send);
  }

  private void send(Recovery recovery) {
    var token = SecretLink.fresh();
    recoveries.linkSent(recovery.id(), token);
    sms.send(
        recovery.phone().international(),
        messages.text(
            recovery.language(),
            "identity.recover.sms.ready",
            portal + "/recover/finish/" + token));
    RecoveryAudit.record(audit, "system:identity", "identity.recovery-ready", recovery);
  }
}
