package org.motcua.connect.providing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * An access token that we have signed, as {@link TokenClaims} writes it.
 *
 * @param signOn null for a program's own token
 */
record AccessToken(
    String id,
    ClientId client,
    String agency,
    String subject,
    List<String> scopes,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable UUID signOn) {

  static AccessToken of(Jwt token) {
    var signOn = token.getClaimAsString(Claim.SIGN_ON);
    return new AccessToken(
        Objects.requireNonNull(token.getId()),
        new ClientId(claim(token, Claim.CLIENT)),
        claim(token, Claim.AGENCY),
        claim(token, "sub"),
        Stream.of(claim(token, "scope").split(" ")).filter(scope -> !scope.isEmpty()).toList(),
        Objects.requireNonNull(token.getIssuedAt()),
        Objects.requireNonNull(token.getExpiresAt()),
        signOn == null ? null : UUID.fromString(signOn));
  }

  private static String claim(Jwt token, String claim) {
    return Objects.requireNonNull(token.getClaimAsString(claim));
  }
}
