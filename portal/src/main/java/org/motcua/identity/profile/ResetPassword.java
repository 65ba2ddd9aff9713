package org.motcua.identity.profile;

import org.motcua.identity.attempts.KnownBrowsers;
import org.motcua.identity.model.Account;
import org.motcua.identity.sessions.Sessions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A password in place of a forgotten one. Whoever was signed in is so no more, and no browser is
 * remembered; the holder is told, and can take it back.
 */
@Service
public class ResetPassword {

  private final AccountFacts facts;
  private final RecordChange recordChange;
  private final Sessions sessions;
  private final KnownBrowsers browsers;

  ResetPassword(
      AccountFacts facts, RecordChange recordChange, Sessions sessions, KnownBrowsers browsers) {
    this.facts = facts;
    this.recordChange = recordChange;
    this.sessions = sessions;
    this.browsers = browsers;
  }

  /**
   * @param byPhoneAlone whether nothing but the phone was shown
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void set(Account account, String hash, boolean byPhoneAlone) {
    recordChange.record(
        "account:" + account.id(),
        account,
        "password-reset",
        "password-reset",
        ChangeKind.PASSWORD,
        account.passwordHash(),
        null,
        byPhoneAlone);
    facts.setPassword(account.id(), hash);
    sessions.endAll(account.id());
    browsers.forgetAll(account.id());
  }
}
