package org.motcua.connect.providing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Checks access tokens. A program shows the same one again and again, and checking a signature
 * costs more than all the rest: that it was good is remembered for a little while. Whether the
 * token is still worth anything is asked each time.
 */
final class AccessTokenDecoder implements JwtDecoder {

  private static final int REMEMBERED = 5_000;
  private static final Duration FOR = Duration.ofMinutes(1);

  private final Cache<String, Jwt> wellSigned =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(FOR).build();
  private final JwtDecoder signatures;
  private final OAuth2TokenValidator<Jwt> rules;

  /**
   * @param signatures checks nothing but these
   */
  AccessTokenDecoder(JwtDecoder signatures, OAuth2TokenValidator<Jwt> rules) {
    this.signatures = signatures;
    this.rules = rules;
  }

  @Override
  public Jwt decode(String token) {
    var decoded = wellSigned.get(token, signatures::decode);
    var result = rules.validate(decoded);
    if (result.hasErrors()) {
      throw new JwtValidationException("The token is not good any more", result.getErrors());
    }
    return decoded;
  }
}
