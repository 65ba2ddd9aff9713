package org.motcua.simulators.agency.signon;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.agency.people.Happenings;
import org.motcua.simulators.agency.people.What;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The portal tells, machine to machine, that a sign-in is over: our sessions of it end. Spring's
 * own way would call itself by HTTP once for each session, with its cookie; our sessions are at
 * hand.
 */
@RestController
class BackChannelLogout {

  static final String ADDRESS = "/logout/connect/back-channel/" + Provider.REGISTRATION;

  private static final Logger log = LoggerFactory.getLogger(BackChannelLogout.class);

  private final Provider provider;
  private final PortalTokens tokens;
  private final UsedTokens used;
  private final HeardLogouts heard;
  private final Presences presences;
  private final Happenings happenings;

  BackChannelLogout(
      Provider provider,
      PortalTokens tokens,
      UsedTokens used,
      HeardLogouts heard,
      Presences presences,
      Happenings happenings) {
    this.provider = provider;
    this.tokens = tokens;
    this.used = used;
    this.heard = heard;
    this.presences = presences;
    this.happenings = happenings;
  }

  @PostMapping(path = ADDRESS, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Map<String, String>> end(
      @RequestParam(name = "logout_token", required = false) @Nullable String token) {
    if (token == null) return refused("logout_token is missing");
    try {
      return end(tokens.logoutTokens(provider.registration()).decode(token));
    } catch (BadJwtException e) {
      return refused(String.valueOf(e.getMessage()));
    } catch (JwtException | PortalAwayException e) {
      log.warn("A logout token cannot be checked now", e);
      return answer(HttpStatus.SERVICE_UNAVAILABLE).build(); // the portal will come again
    }
  }

  private ResponseEntity<Map<String, String>> end(Jwt token) {
    var id = Objects.requireNonNull(token.getId());
    if (!used.use(id, Objects.requireNonNull(token.getExpiresAt())))
      return refused("jti has been used");
    var sid = token.getClaimAsString("sid");
    heard.remember(token.getSubject(), sid);
    var ended = presences.end(token.getSubject(), sid);
    happenings.record(What.SIGNED_OUT_BY_PORTAL, String.valueOf(ended));
    return answer(HttpStatus.OK).build();
  }

  private ResponseEntity<Map<String, String>> refused(String why) {
    log.info("A logout token is refused: {}", why);
    happenings.record(What.LOGOUT_REFUSED, null);
    return answer(HttpStatus.BAD_REQUEST)
        .body(Map.of("error", "invalid_request", "error_description", why));
  }

  private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
  }
}
