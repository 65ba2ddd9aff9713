package org.motcua.identity.signingin;

import java.util.Optional;
import org.motcua.identity.AccountId;
import org.motcua.identity.codes.Codes;
import org.motcua.identity.codes.Codes.Sending;
import org.motcua.identity.codes.Recipient;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** Sends the codes of signing in and registering: each serves only in the browser it is for. */
@Component
public class SignInCodes {

  static final String PURPOSE = "identity.sign-in";

  /** Where a sent code is typed in. */
  public static final String PAGE = "/sign-in/code";

  private final Codes codes;
  private final AccountStore accounts;

  SignInCodes(Codes codes, AccountStore accounts) {
    this.codes = codes;
    this.accounts = accounts;
  }

  Optional<Recipient> mailbox(AccountId account) {
    return accounts
        .find(account)
        .flatMap(it -> Optional.ofNullable(it.email()))
        .map(Recipient::mail);
  }

  Optional<Recipient> phone(AccountId account) {
    return accounts.find(account).map(Account::phone).map(Recipient::phone);
  }

  /**
   * @param attempt what stands for the browser's attempt
   * @return false when this phone or mailbox has had too many codes
   */
  public boolean send(String attempt, Recipient to, Language language) {
    return !(codes.send(PURPOSE, attempt, to, language) instanceof Sending.TooMany);
  }

  Sending sendAgain(String attempt, Language language) {
    return codes
        .sentTo(PURPOSE, attempt)
        .map(to -> codes.send(PURPOSE, attempt, to, language))
        .orElseGet(Sending.TooMany::new);
  }

  Optional<Recipient> sentTo(String attempt) {
    return codes.sentTo(PURPOSE, attempt);
  }
}
