package org.motcua.connect.providing;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Client;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before a client's request is looked at: one that came by POST goes on by GET, since a browser
 * sends no session along with what another site posts; and one of a client that signs nobody in
 * ends here.
 */
@Component
class RequestShape {

  /** It comes back in the address of a redirect, and servers take no longer ones. */
  private static final int LONGEST = 4_000;

  private final KnownClients clients;
  private final AuthorizationAnswers answers;

  RequestShape(KnownClients clients, AuthorizationAnswers answers) {
    this.clients = clients;
    this.answers = answers;
  }

  Filter filter() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        if (portalOf(request).isEmpty()) {
          answers.refuse(
              new OAuth2Error("unauthorized_client", "The client signs nobody in", null),
              null,
              request,
              response);
        } else if (RequestQuery.of(request).length() > LONGEST) {
          answers.refuse(
              new OAuth2Error("invalid_request", "The request is too long", null),
              null,
              request,
              response);
        } else if (HttpMethod.POST.matches(request.getMethod())) {
          AuthorizationAnswers.redirect(
              response, AuthorizeAddress.PATH + "?" + RequestQuery.of(request));
        } else {
          chain.doFilter(request, response);
        }
      }

      @Override
      protected boolean shouldNotFilter(HttpServletRequest request) {
        return !AuthorizeAddress.is(request);
      }
    };
  }

  private Optional<Client> portalOf(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("client_id"))
        .flatMap(id -> clients.find(new ClientId(id)))
        .filter(client -> !client.closed())
        .filter(client -> client.portal() != null);
  }
}
