package org.motcua.identity.mandates.acting;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.Acting;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Representation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks, at every request of one who acts for another, whether the mandate still stands: ended is
 * ended with the next click. All others pass without a query.
 */
@Component
public class ActingRequests {

  private final Representation representation;
  private final ActFor actFor;
  private final SwitchSession session;

  ActingRequests(Representation representation, ActFor actFor, SwitchSession session) {
    this.representation = representation;
    this.actFor = actFor;
    this.session = session;
  }

  /** For a chain of filters, before the one that knows which address needs whom. */
  public Filter filter() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        var user = user();
        var acting = user == null ? null : user.acting();
        if (user == null) {
          var elsewhere = session.follow(request, response);
          if (elsewhere.isPresent()) redirect(response, elsewhere.get());
          else chain.doFilter(request, response);
        } else if (acting == null || representation.mandateOf(user).isPresent()) {
          chain.doFilter(request, response);
        } else {
          stop(user, acting, request, response);
        }
      }
    };
  }

  private void stop(
      CurrentUser user, Acting acting, HttpServletRequest request, HttpServletResponse response) {
    actFor.endedByOther(user, acting, request, response);
    redirect(response, ActingController.ENDED_PAGE);
  }

  /** See other: whatever was sent is not sent again. */
  static void redirect(HttpServletResponse response, String to) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, to);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static @Nullable CurrentUser user() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof CurrentUser user
        ? user
        : null;
  }
}
