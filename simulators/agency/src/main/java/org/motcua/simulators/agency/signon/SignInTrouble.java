package org.motcua.simulators.agency.signon;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.web.client.ResourceAccessException;

/** Why nobody could be signed in, as far as it changes what he should do. */
enum SignInTrouble {
  /** He did not agree. */
  DECLINED(HttpStatus.OK),
  /** The portal asks him to sign in or to agree first, and was told not to. */
  NOT_SIGNED_IN(HttpStatus.OK),
  /** The answer belongs to no sign-in of this browser, or to one that has been answered. */
  STALE(HttpStatus.OK),
  /** Nobody answers at the portal. */
  AWAY(HttpStatus.SERVICE_UNAVAILABLE),
  /** The portal says that it cannot now. */
  BUSY(HttpStatus.SERVICE_UNAVAILABLE),
  /** The clocks differ. */
  CLOCK(HttpStatus.BAD_GATEWAY),
  /** The portal does not accept this province's program. */
  NOT_ACCEPTED(HttpStatus.BAD_GATEWAY),
  /** The portal did not say who it is. */
  INCOMPLETE(HttpStatus.BAD_GATEWAY),
  /** What came is not from the portal, or not for us. */
  NOT_GENUINE(HttpStatus.BAD_GATEWAY);

  private final HttpStatus status;

  SignInTrouble(HttpStatus status) {
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }

  String address() {
    return "/sign-in/trouble/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Of the words. */
  String key() {
    return "trouble.sign_in." + name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is the province's own matter to note, not only a person's change of mind. */
  boolean isRefusal() {
    return this != STALE;
  }

  static Optional<SignInTrouble> at(String address) {
    return Arrays.stream(values()).filter(t -> t.address().endsWith("/" + address)).findFirst();
  }

  static SignInTrouble of(Throwable failure) {
    if (isAway(failure)) return AWAY;
    if (isOfClock(failure)) return CLOCK;
    return failure instanceof OAuth2AuthenticationException oauth
        ? of(oauth.getError().getErrorCode())
        : NOT_GENUINE;
  }

  private static SignInTrouble of(String error) {
    return switch (error) {
      case "access_denied" -> DECLINED;
      case "login_required",
          "interaction_required",
          "consent_required",
          "account_selection_required" ->
          NOT_SIGNED_IN;
      case "authorization_request_not_found", "invalid_state_parameter", "invalid_grant" -> STALE;
      case "server_error", "temporarily_unavailable", "invalid_token_response" -> BUSY;
      case "invalid_client",
          "unauthorized_client",
          "invalid_scope",
          "unsupported_response_type",
          "unmet_authentication_requirements" ->
          NOT_ACCEPTED;
      case VisitorService.INCOMPLETE, "invalid_user_info_response" -> INCOMPLETE;
      default -> NOT_GENUINE;
    };
  }

  private static boolean isAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortalAwayException
          || cause instanceof ResourceAccessException
          || cause instanceof ConnectException
          || cause instanceof HttpTimeoutException) return true;
    }
    return false;
  }

  private static boolean isOfClock(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof JwtValidationException invalid
          && invalid.getErrors().stream()
              .anyMatch(error -> error.getErrorCode().equals(TimesAgree.ERROR))) return true;
    }
    return false;
  }
}
