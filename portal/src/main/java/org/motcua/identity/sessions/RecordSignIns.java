package org.motcua.identity.sessions;

import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.SignInFailed;
import org.motcua.identity.SignedIn;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.platform.mail.MailGateway;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes sign-ins down for the account's holder, and lets him know of one from a browser never seen
 * before. The very first sign-in of all is no news to anybody.
 */
@Component
class RecordSignIns {

  private final SignIns signIns;
  private final Sessions sessions;
  private final AccountStore accounts;
  private final SmsGateway sms;
  private final MailGateway mail;
  private final Messages messages;
  private final String portal;

  RecordSignIns(
      SignIns signIns,
      Sessions sessions,
      AccountStore accounts,
      SmsGateway sms,
      MailGateway mail,
      Messages messages,
      @Value("${motcua.public-url}") String portal) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.accounts = accounts;
    this.sms = sms;
    this.mail = mail;
    this.messages = messages;
    this.portal = portal;
  }

  @EventListener
  @Transactional
  public void signedIn(SignedIn signedIn) {
    signIns.add(signedIn, sessionMac());
    if (signedIn.newBrowser() && !first(signedIn.account())) {
      accounts.find(signedIn.account()).ifPresent(account -> tell(account, signedIn));
    }
  }

  @EventListener
  @Transactional
  public void failed(SignInFailed failed) {
    signIns.add(failed);
  }

  private boolean first(AccountId account) {
    return signIns.countBrowsers(account) <= 1;
  }

  /** By e-mail where there is one: the phone has just had a code, and may be in a thief's hand. */
  private void tell(Account account, SignedIn signedIn) {
    var language = account.language();
    var browser = BrowserWords.of(BrowserName.of(signedIn.browser()), language, messages);
    var at = new Formats(language).dateTime(signedIn.at());
    var address =
        portal + (account.kind() == AccountKind.OFFICER ? "/desk" : "/my") + "/account/devices";
    var email = account.email();
    if (email == null) {
      sms.send(
          account.phone().international(),
          messages.text(language, "identity.devices.new.sms", browser, at, address));
    } else {
      mail.send(
          email.value(),
          messages.text(language, "identity.devices.new.mail.subject"),
          messages.text(
              language, "identity.devices.new.mail", account.name(), browser, at, address));
    }
  }

  private byte @Nullable [] sessionMac() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web)) {
      return null;
    }
    var session = web.getRequest().getSession(false);
    return session == null ? null : sessions.mac(session.getId());
  }
}
