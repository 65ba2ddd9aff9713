package org.motcua.connect.leaving;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.motcua.platform.ids.NewId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Logout tokens (OpenID Connect Back-Channel Logout 1.0, 2.4). */
@Component
class LogoutTokens {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final Duration LIFE = Duration.ofMinutes(2);

  private final JwtEncoder encoder;
  private final Clock clock;
  private final String issuer;

  LogoutTokens(JwtEncoder encoder, Clock clock, @Value("${motcua.public-url}") String issuer) {
    this.encoder = encoder;
    this.clock = clock;
    this.issuer = issuer;
  }

  String of(LogoutNotice notice) {
    var now = clock.instant();
    var header = JwsHeader.with(SignatureAlgorithm.RS256).type("logout+jwt").build();
    var claims =
        JwtClaimsSet.builder()
            .issuer(issuer)
            .subject(notice.subject())
            .audience(List.of(notice.client()))
            .issuedAt(now)
            .expiresAt(now.plus(LIFE))
            .id(NewId.next().toString())
            .claim("sid", notice.sid())
            .claim("events", Map.of(EVENT, Map.of()))
            .build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }
}
