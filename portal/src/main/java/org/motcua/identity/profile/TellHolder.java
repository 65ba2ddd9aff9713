package org.motcua.identity.profile;

import org.motcua.identity.model.Account;
import org.motcua.platform.mail.MailGateway;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Words to the holder of an account at the phone and mailbox it has now. */
@Component
public class TellHolder {

  private final SmsGateway sms;
  private final MailGateway mail;
  private final Messages messages;

  TellHolder(SmsGateway sms, MailGateway mail, Messages messages) {
    this.sms = sms;
    this.mail = mail;
    this.messages = messages;
  }

  /**
   * @param key of the words, the same for both; {@code identity.told.subject} heads the mail
   */
  public void everywhere(Account account, String key, Object... arguments) {
    var text = messages.text(account.language(), key, arguments);
    sms.send(account.phone().international(), text);
    var email = account.email();
    if (email == null) return;
    var language = account.language();
    mail.send(
        email.value(),
        messages.text(language, "identity.told.subject"),
        messages.text(language, "identity.told.mail", account.name(), text));
  }
}
