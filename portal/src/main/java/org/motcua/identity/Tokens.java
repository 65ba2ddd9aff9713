package org.motcua.identity;

import java.util.Objects;
import org.motcua.organisation.AgencyId;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.server.ResponseStatusException;

/** What the portal's tokens say. */
public final class Tokens {

  public static String client(Jwt token) {
    var client = token.getClaimAsString("client_id");
    return client != null ? client : Objects.requireNonNull(token.getSubject());
  }

  public static AgencyId agency(Jwt token) {
    var claim = token.getClaimAsString("agency");
    if (claim == null) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "The client belongs to no agency");
    }
    return new AgencyId(claim);
  }

  private Tokens() {}
}
