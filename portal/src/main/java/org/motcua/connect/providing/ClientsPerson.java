package org.motcua.connect.providing;

import java.util.List;
import org.motcua.identity.AccountId;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The person for whom a client fetches tokens; he is not there himself. */
final class ClientsPerson extends AbstractAuthenticationToken {

  private final AccountId account;

  ClientsPerson(AccountId account) {
    super(List.of());
    this.account = account;
    setAuthenticated(true);
  }

  @Override
  public Object getPrincipal() {
    return account;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return account.toString();
  }
}
