package org.motcua.simulators.agency.signon;

import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** A token just made that is of yesterday or of tomorrow: one of the two clocks is wrong. */
class TimesAgree implements OAuth2TokenValidator<Jwt> {

  static final String ERROR = "clock_differs";
  static final Duration TOLERANCE = Duration.ofSeconds(60);

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    var now = Instant.now();
    var expired =
        token.getExpiresAt() != null && token.getExpiresAt().isBefore(now.minus(TOLERANCE));
    var early = token.getIssuedAt() != null && token.getIssuedAt().isAfter(now.plus(TOLERANCE));
    return expired || early
        ? OAuth2TokenValidatorResult.failure(new OAuth2Error(ERROR, "It is " + now + " here", null))
        : OAuth2TokenValidatorResult.success();
  }
}
