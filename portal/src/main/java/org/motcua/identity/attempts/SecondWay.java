package org.motcua.identity.attempts;

import org.motcua.identity.AccountId;
import org.motcua.identity.Factor;
import org.motcua.platform.web.Language;

/** One way to show a second factor; the page of the sign-in lists all that are open to a person. */
public interface SecondWay {

  Factor factor();

  /** Whether this person has set it up. */
  boolean openTo(AccountId account);

  /** The page where it is shown: a GET, which finds whose it is from {@link Attempts#waiting}. */
  String address();

  /**
   * This way it shall be; a code is sent now, where the way needs one.
   *
   * @param attempt what stands for the browser's attempt
   * @return where to show it
   */
  default String choose(AccountId account, String attempt, Language language) {
    return address();
  }
}
