package org.motcua.dossiers.api;

import org.motcua.identity.CurrentUser;
import org.motcua.identity.Tokens;
import org.motcua.organisation.AgencyId;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A program that calls for somebody.
 *
 * @param user for whom, and perhaps acting for another
 * @param agency whose program it is
 */
record Caller(CurrentUser user, String client, AgencyId agency) {

  Caller(CurrentUser user, Jwt token) {
    this(user, Tokens.client(token), Tokens.agency(token));
  }

  /** Whose keys its calls have: an answer to one person is never given to another. */
  String keeper() {
    return client + " " + user.actor();
  }
}
