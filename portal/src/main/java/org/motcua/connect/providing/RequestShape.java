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
 * sends no session along with what another site posts; one of a client that signs nobody in ends
 * here; and one that lies somewhere else is not fetched, which Spring would take for one that was
 * pushed to us before.
 */
@Component
class RequestShape {

  /** It comes back in the address of a redirect, and servers take no longer ones. */
  private static final int LONGEST = 4_000;

  /** Where a request object lies (OpenID Connect Core 6.2). */
  private static final String ELSEWHERE = "request_uri";

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
        var portal = portalOf(request).orElse(null);
        if (portal == null) {
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
        } else if (liesElsewhere(request)) {
          refuseElsewhere(portal, request, response);
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

  private Optional<Client.Portal> portalOf(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("client_id"))
        .flatMap(id -> clients.find(new ClientId(id)))
        .filter(client -> !client.closed())
        .map(client -> client.portal());
  }

  private static boolean liesElsewhere(HttpServletRequest request) {
    var address = request.getParameter(ELSEWHERE);
    return address != null && !address.isBlank();
  }

  /** At the client, where the request says itself to which of its addresses the answer goes. */
  private void refuseElsewhere(
      Client.Portal portal, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var error = new OAuth2Error("request_uri_not_supported");
    var address = request.getParameter("redirect_uri");
    if (address != null && portal.redirectAddresses().contains(address)) {
      answers.refuseAt(address, request.getParameter("state"), error, request, response);
    } else {
      answers.refuse(error, null, request, response);
    }
  }
}
