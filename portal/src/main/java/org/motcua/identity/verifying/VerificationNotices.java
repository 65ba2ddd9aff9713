package org.motcua.identity.verifying;

import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells the outcome to somebody who was asked to wait for it. */
@Component
class VerificationNotices {

  private final Accounts accounts;
  private final SmsGateway sms;
  private final Messages messages;
  private final String portal;

  VerificationNotices(
      Accounts accounts,
      SmsGateway sms,
      Messages messages,
      @Value("${motcua.public-url}") String portal) {
    this.accounts = accounts;
    this.sms = sms;
    this.messages = messages;
    this.portal = portal;
  }

  void tell(AccountId account, Outcome outcome) {
    var language = accounts.languageOf(account);
    var page = portal + VerificationController.PAGE;
    var text =
        outcome == Outcome.VERIFIED
            ? messages.text(language, "identity.verification.sms.verified", page)
            : messages.text(
                language,
                "identity.verification.sms.not",
                messages.text(language, "identity.verification.outcome." + outcome),
                page);
    sms.send(accounts.getPerson(account).phone(), text);
  }
}
