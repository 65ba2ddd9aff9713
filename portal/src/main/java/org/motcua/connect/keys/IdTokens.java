package org.motcua.connect.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * ID tokens that come back to us as a hint. They may have run out meanwhile, since they only say
 * whom a client means (RP-Initiated Logout 1.0, 2), but we must have made them.
 */
@Component
public class IdTokens {

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final String issuer;

  IdTokens(SigningKeys keys, @Value("${motcua.public-url}") String issuer) {
    this.issuer = issuer;
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
  }

  public Optional<JWTClaimsSet> read(String token) {
    try {
      return Optional.of(processor.process(token, null))
          .filter(claims -> issuer.equals(claims.getIssuer()));
    } catch (ParseException | BadJOSEException | JOSEException notOurs) {
      return Optional.empty();
    }
  }
}
