package org.motcua.identity.changes;

import java.util.Map;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.AccountStore;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down a change of an account and tells its holder's phone: whoever changes it may be a
 * thief, and the holder should hear of it at once.
 */
@Component
public class AccountChanges {

  private final AuditTrail audit;
  private final AccountStore accounts;
  private final SmsGateway sms;
  private final Messages messages;

  AccountChanges(AuditTrail audit, AccountStore accounts, SmsGateway sms, Messages messages) {
    this.audit = audit;
    this.accounts = accounts;
    this.sms = sms;
    this.messages = messages;
  }

  /**
   * @param action as the audit trail names it, such as {@code identity.passkey-added}
   * @param smsKey the message to the phone, in the holder's language
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      String actor,
      AccountId account,
      String action,
      Map<String, ?> details,
      String smsKey,
      Object... words) {
    audit.record(actor, action, "account", account.toString(), details);
    accounts
        .find(account)
        .ifPresent(
            holder ->
                sms.send(
                    holder.phone().international(),
                    messages.text(holder.language(), smsKey, words)));
  }
}
