package org.motcua.connect.providing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.ClientLog;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.ClientEvent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a client why it gets no token (RFC 6749, 5.2), and writes it where those who look after the
 * client read it.
 */
@Component
class TokenRefusals implements AuthenticationFailureHandler {

  private static final String BASIC = "Basic ";

  private final KnownClients clients;
  private final ClientLog log;
  private final JsonMapper json;

  TokenRefusals(KnownClients clients, ClientLog log, JsonMapper json) {
    this.clients = clients;
    this.log = log;
    this.json = json;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    var error =
        failure instanceof OAuth2AuthenticationException refused
            ? refused.getError()
            : new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST);
    client(request)
        .flatMap(id -> clients.find(new ClientId(id)))
        .ifPresent(
            client ->
                log.writeRefusal(
                    client.id(),
                    ClientEvent.Kind.TOKENS_REFUSED,
                    error.getErrorCode(),
                    detail(error, failure)));
    answer(error, request, response);
  }

  /** What is wrong with an assertion is for its makers to know, and for nobody else who asks. */
  private static @Nullable String detail(OAuth2Error error, AuthenticationException failure) {
    return failure.getCause() instanceof JwtException wrong
        ? error.getDescription() + ": " + wrong.getMessage()
        : error.getDescription();
  }

  private void answer(OAuth2Error error, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var ofClient = error.getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT);
    response.setStatus((ofClient ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST).value());
    if (ofClient && request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"portal\"");
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    var description = error.getDescription();
    json.writeValue(
        response.getOutputStream(),
        description == null
            ? Map.of("error", error.getErrorCode())
            : Map.of("error", error.getErrorCode(), "error_description", description));
  }

  /** As it says who it is; perhaps it is not. */
  private static Optional<String> client(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.startsWith(BASIC)) {
      return Optional.ofNullable(userOf(header.substring(BASIC.length())));
    }
    var named = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
    return Optional.ofNullable(named != null ? named : AssertionsAlone.subjectIn(request));
  }

  private static @Nullable String userOf(String credentials) {
    try {
      var pair =
          new String(Base64.getDecoder().decode(credentials.strip()), StandardCharsets.UTF_8);
      return pair.substring(0, Math.max(0, pair.indexOf(':')));
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
