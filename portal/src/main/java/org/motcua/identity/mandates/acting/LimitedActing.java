package org.motcua.identity.mandates.acting;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandate;
import org.motcua.identity.Representation;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps whoever acts within limits from signing in elsewhere as the person for whom he acts. A
 * token can say who acts for whom, but not "for this dossier only": there he could do everything.
 */
@Component
public class LimitedActing {

  private static final String SIGN_IN_ELSEWHERE = "/oauth2/authorize";

  private final Representation representation;

  LimitedActing(Representation representation) {
    this.representation = representation;
  }

  /** For the provider's chain of filters, before all those that give something. */
  public Filter filter() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        if (isLimited()) ActingRequests.redirect(response, ActingController.LIMITED_PAGE);
        else chain.doFilter(request, response);
      }

      @Override
      protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(SIGN_IN_ELSEWHERE);
      }
    };
  }

  /** One whose mandate has ended is no business of this: he is stopped as everywhere. */
  private boolean isLimited() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.getPrincipal() instanceof CurrentUser user
        && representation.mandateOf(user).filter(Mandate::limited).isPresent();
  }
}
