package org.motcua.identity.codes;

import org.motcua.platform.mail.MailGateway;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Puts a code into words and sends it on its way, within the caller's transaction. */
@Component
class CodeMessages {

  private final SmsGateway sms;
  private final MailGateway mail;
  private final Messages messages;

  CodeMessages(SmsGateway sms, MailGateway mail, Messages messages) {
    this.sms = sms;
    this.mail = mail;
    this.messages = messages;
  }

  /**
   * @param keys what the keys of the messages begin with
   * @param facts that they tell besides the code
   */
  record Wording(Language language, String keys, Object... facts) {

    private Object[] with(String code) {
      var arguments = new Object[facts.length + 1];
      arguments[0] = code;
      System.arraycopy(facts, 0, arguments, 1, facts.length);
      return arguments;
    }
  }

  void send(String code, Recipient to, Wording wording) {
    switch (to) {
      case Recipient.ToPhone(var phone) ->
          sms.sendCode(phone.international(), text(".sms", wording, code), OneTimeCode.VALID);
      case Recipient.ToMailbox(var email) ->
          mail.sendCode(
              email.value(),
              text(".mail.subject", wording, code),
              text(".mail", wording, code),
              OneTimeCode.VALID);
    }
  }

  private String text(String part, Wording wording, String code) {
    return messages.text(wording.language(), wording.keys() + part, wording.with(code));
  }
}
