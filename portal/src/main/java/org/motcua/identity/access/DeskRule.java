package org.motcua.identity.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.model.AccountStore;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * The desk is for officers who have shown two factors and whose account is open at this very
 * moment: one that is being suspended while its session is made is shut at its next click.
 */
@Component
class DeskRule implements AuthorizationManager<RequestAuthorizationContext> {

  private final AccountStore accounts;

  DeskRule(AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext request) {
    var somebody = authentication.get();
    return new AuthorizationDecision(
        somebody != null && somebody.getPrincipal() instanceof CurrentUser user && mayWork(user));
  }

  private boolean mayWork(CurrentUser user) {
    return user.kind() == AccountKind.OFFICER
        && user.level().atLeast(LevelOfAssurance.LOA2)
        && accounts.find(user.id()).map(account -> account.letsIn()).orElse(true);
  }
}
