package org.motcua.identity.tokens;

import java.util.LinkedHashMap;
import java.util.Map;
import org.motcua.identity.CurrentUser;

/**
 * What a token says of a person: whose it is, how surely known, and, where somebody acts for that
 * person, who does ({@code act}, RFC 8693).
 */
final class PersonClaims {

  static Map<String, Object> of(CurrentUser user) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("sub", user.id().toString());
    claims.put("acr", user.level().acr());
    var acting = user.acting();
    if (acting != null) claims.put("act", Map.of("sub", acting.actor().toString()));
    return claims;
  }

  private PersonClaims() {}
}
