package org.motcua.connect.providing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Client;
import org.motcua.connect.signons.UsedAssertions;
import org.motcua.platform.calling.ClientCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Clients that prove themselves by a signature of their own ({@code private_key_jwt}, RFC 7523):
 * made for us, valid for minutes, and each good for once.
 */
@Component
class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  /** One that would be valid for long would have to be remembered for long. */
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

  private final KnownClients clients;
  private final UsedAssertions used;
  private final ClientCalls calls;
  private final Clock clock;
  private final Set<String> audiences;

  /** By the client's keys, so that others make another decoder. */
  private final Map<Client.Keys, NimbusJwtDecoder> decoders = new ConcurrentHashMap<>();

  ClientAssertions(
      KnownClients clients,
      UsedAssertions used,
      ClientCalls calls,
      Clock clock,
      @Value("${motcua.public-url}") String issuer) {
    this.clients = clients;
    this.used = used;
    this.calls = calls;
    this.clock = clock;
    this.audiences =
        Set.of(
            issuer,
            issuer + "/oauth2/token",
            issuer + "/oauth2/introspect",
            issuer + "/oauth2/revoke");
  }

  @Override
  public JwtDecoder createDecoder(RegisteredClient registered) {
    var id = new ClientId(registered.getClientId());
    var keys = clients.get(id).keys();
    if (keys == null) throw new JwtException("The client has no keys");
    var decoder = decoders.computeIfAbsent(keys, it -> new NimbusJwtDecoder(processor(it)));
    var rules = rules(id);
    return assertion -> {
      var decoded = decoder.decode(assertion);
      var result = rules.validate(decoded);
      if (result.hasErrors()) {
        throw new JwtException(
            String.valueOf(result.getErrors().iterator().next().getDescription()));
      }
      return decoded;
    };
  }

  private OAuth2TokenValidator<Jwt> rules(ClientId id) {
    var time = new JwtTimestampValidator(Duration.ofSeconds(30));
    time.setClock(clock);
    return new DelegatingOAuth2TokenValidator<>(
        time,
        new JwtClaimValidator<String>("iss", id.value()::equals),
        new JwtClaimValidator<String>("sub", id.value()::equals),
        new JwtClaimValidator<List<String>>(
            "aud", audience -> audience != null && audience.stream().anyMatch(audiences::contains)),
        new JwtClaimValidator<Instant>("exp", this::endsSoon),
        assertion -> onlyOnce(id, assertion));
  }

  private boolean endsSoon(@Nullable Instant end) {
    return end != null && end.isBefore(clock.instant().plus(LONGEST_LIFE));
  }

  private OAuth2TokenValidatorResult onlyOnce(ClientId id, Jwt assertion) {
    var end = assertion.getExpiresAt();
    if (assertion.getId() == null || end == null || !endsSoon(end)) {
      return OAuth2TokenValidatorResult.failure(
          new OAuth2Error("invalid_client", "The assertion needs jti and exp", null));
    }
    return used.use(id, assertion.getId(), end.plus(LONGEST_LIFE))
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(
            new OAuth2Error("invalid_client", "The assertion was used before", null));
  }

  private DefaultJWTProcessor<SecurityContext> processor(Client.Keys keys) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source(keys)));
    processor.setJWTClaimsSetVerifier((claims, context) -> {}); // by the rules above
    return processor;
  }

  private JWKSource<SecurityContext> source(Client.Keys keys) {
    try {
      if (keys.set() != null) return new ImmutableJWKSet<>(JWKSet.parse(keys.set()));
      var address = URI.create(Objects.requireNonNull(keys.address())).toURL();
      return JWKSourceBuilder.<SecurityContext>create(address, this::fetch).retrying(true).build();
    } catch (ParseException | MalformedURLException e) {
      throw new JwtException("The client's keys cannot be read", e);
    }
  }

  private Resource fetch(URL address) throws IOException {
    var answer = calls.get(URI.create(address.toString()));
    if (answer.status() != HttpStatus.OK.value()) {
      throw new IOException(address + " answered " + answer.status());
    }
    return new Resource(answer.body(), null);
  }
}
