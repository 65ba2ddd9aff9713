package org.motcua.simulators.agency.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/**
 * Who is signed in, as he goes from page to page. Whether he has an account here is another matter.
 */
public class Visitor extends DefaultOidcUser {

  private static final long serialVersionUID = 1L;

  private final NationalIdentity identity;

  public Visitor(OidcIdToken idToken, @Nullable OidcUserInfo userInfo, NationalIdentity identity) {
    super(List.of(), idToken, userInfo);
    this.identity = identity;
  }

  public NationalIdentity identity() {
    return identity;
  }

  /** The name by which pages greet him. */
  @Override
  public String getName() {
    return identity.name().isEmpty() ? identity.techId() : identity.name();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other)
        && other instanceof Visitor visitor
        && identity.equals(visitor.identity);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + identity.hashCode();
  }
}
