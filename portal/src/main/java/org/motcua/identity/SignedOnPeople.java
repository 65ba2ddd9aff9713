package org.motcua.identity;

import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Knows for whom a program calls: the person who has signed in at it and lets it. Implemented by
 * whoever gives out tokens.
 */
public interface SignedOnPeople {

  /**
   * @param token a good one
   * @return empty for a program's own token
   */
  Optional<CurrentUser> find(Jwt token);
}
