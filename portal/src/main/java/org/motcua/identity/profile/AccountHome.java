package org.motcua.identity.profile;

import org.motcua.identity.CurrentUser;

/** Where the pages about one's own account are: officers have theirs at the desk. */
final class AccountHome {

  static final String MINE = "/my/account";
  static final String OFFICERS = "/desk/account";

  static String of(CurrentUser user) {
    return user.officer() ? OFFICERS : MINE;
  }

  private AccountHome() {}
}
