package org.motcua.connect.providing;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.ClientLog;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.ClientEvent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * What is sent back to a client by way of the browser. Each answer names us ({@code iss}, RFC
 * 9207), so that a client of several providers cannot be led to mix them up.
 */
@Component
public class AuthorizationAnswers
    implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  public static final String REFUSED_PAGE = "/sign-on/refused";

  /** Answers that are part of the game: nobody has to look after them. */
  private static final Set<String> EXPECTED =
      Set.of("login_required", "consent_required", "interaction_required", "access_denied");

  private final KnownClients clients;
  private final ClientLog log;
  private final String issuer;

  AuthorizationAnswers(
      KnownClients clients, ClientLog log, @Value("${motcua.public-url}") String issuer) {
    this.clients = clients;
    this.log = log;
    this.issuer = issuer;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    var answer = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
    var code = answer.getAuthorizationCode();
    var address = answer.getRedirectUri();
    if (code == null || address == null) throw new IllegalStateException("No code was made");
    redirect(response, with(address, answer.getState(), "code", code.getTokenValue()));
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException, ServletException {
    if (failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused) {
      var asked = refused.getAuthorizationCodeRequestAuthentication();
      refuse(refused.getError(), asked, request, response);
    } else {
      refuse(new OAuth2Error("invalid_request"), null, request, response);
    }
  }

  /** Back to the client where its address is known to be its own; else on a page of ours. */
  public void refuse(
      OAuth2Error error,
      @Nullable OAuth2AuthorizationCodeRequestAuthenticationToken asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    if (asked == null || asked.getRedirectUri() == null || asked.getRedirectUri().isBlank()) {
      write(error, request);
      refuseOnPage(request, response);
      return;
    }
    refuseAt(asked.getRedirectUri(), asked.getState(), error, request, response);
  }

  /**
   * @param address one that the client has registered
   */
  void refuseAt(
      String address,
      @Nullable String state,
      OAuth2Error error,
      HttpServletRequest request,
      HttpServletResponse response) {
    write(error, request);
    redirect(response, refusal(address, state, error));
  }

  /** The address to which a refusal goes. */
  public String refusal(String address, @Nullable String state, OAuth2Error error) {
    var answer = with(address, state, "error", error.getErrorCode());
    return error.getDescription() == null
        ? answer
        : answer + "&error_description=" + encoded(error.getDescription());
  }

  /** Tells the person that it is not his mistake. */
  void refuseOnPage(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpStatus.BAD_REQUEST.value());
    request.getRequestDispatcher(REFUSED_PAGE).forward(request, response);
  }

  private void write(OAuth2Error error, HttpServletRequest request) {
    var client = request.getParameter("client_id");
    if (client == null || EXPECTED.contains(error.getErrorCode())) return;
    clients
        .find(new ClientId(client))
        .ifPresent(
            known ->
                log.writeRefusal(
                    known.id(),
                    ClientEvent.Kind.REQUEST_REFUSED,
                    error.getErrorCode(),
                    error.getDescription()));
  }

  private String with(String address, @Nullable String state, String name, String value) {
    var answer = new StringBuilder(address);
    answer.append(address.indexOf('?') < 0 ? '?' : '&');
    answer.append(name).append('=').append(encoded(value));
    if (state != null && !state.isEmpty()) answer.append("&state=").append(encoded(state));
    return answer.append("&iss=").append(encoded(issuer)).toString();
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }

  public static void redirect(HttpServletResponse response, String to) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, to);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
