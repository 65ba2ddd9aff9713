package org.motcua.identity.officers;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.Phone;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.secrets.RandomToken;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends an officer's own phone what sets a password. The administrator sees neither the link nor,
 * later, the password.
 */
@Component
class SendFirstSignIn {

  private static final int TOKEN_BYTES = 18;
  private static final Duration BETWEEN_SENDINGS = Duration.ofSeconds(60);

  private final FirstSignIns firstSignIns;
  private final SmsGateway sms;
  private final Messages messages;
  private final AuditTrail audit;
  private final Clock clock;
  private final String portal;

  SendFirstSignIn(
      FirstSignIns firstSignIns,
      SmsGateway sms,
      Messages messages,
      AuditTrail audit,
      Clock clock,
      @Value("${motcua.public-url}") String portal) {
    this.firstSignIns = firstSignIns;
    this.sms = sms;
    this.messages = messages;
    this.audit = audit;
    this.clock = clock;
    this.portal = portal;
  }

  /** A second click sends nothing: what the first has sent serves. */
  boolean sentJustNow(AccountId officer) {
    return firstSignIns
        .findOf(officer)
        .filter(sent -> sent.usedAt() == null)
        .filter(sent -> clock.instant().isBefore(sent.sentAt().plus(BETWEEN_SENDINGS)))
        .isPresent();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void send(AccountId officer, String signInName, Phone phone, Language language, String actor) {
    var token = RandomToken.fresh(TOKEN_BYTES);
    firstSignIns.replace(officer, token, clock.instant());
    sms.send(
        phone.international(),
        messages.text(
            language,
            "identity.officers.sms.firstSignIn",
            signInName,
            portal + FirstSignInController.PATH + "/" + token));
    audit.record(actor, "identity.first-sign-in-sent", "account", officer.toString(), Map.of());
  }
}
