package org.motcua.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import org.motcua.identity.CurrentUser;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A request of somebody who has signed in: {@code
 * mvc.get().uri("/my").with(SignedIn.as(Citizens.mai()))}. A POST needs {@code .with(csrf())}
 * besides.
 */
public final class SignedIn {

  public static RequestPostProcessor as(CurrentUser user) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            user, null, AuthorityUtils.createAuthorityList("ROLE_" + user.kind())));
  }

  private SignedIn() {}
}
