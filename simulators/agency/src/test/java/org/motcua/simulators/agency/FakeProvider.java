package org.motcua.simulators.agency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The national portal as the provider of sign-ins, as far as agreed: it says who a person is for a
 * code, signs what it says, and can be made to say it wrongly.
 */
public final class FakeProvider {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final RSAKey KEY = newKey();
  private static final JsonMapper json = JsonMapper.builder().build();

  /** What came with the last code. */
  public Map<String, String> lastTokenRequest = Map.of();

  public @Nullable String lastBasic;
  public UnaryOperator<JWTClaimsSet.Builder> idTokenChange = UnaryOperator.identity();
  public boolean unsigned;
  public RSAKey signsWith = KEY;
  public int tokensFailWith;

  /** What happens when a code has been exchanged, before it is said who the person is. */
  public Runnable meanwhile = () -> {};

  private final String issuer;
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, FakePerson> accessTokens = new ConcurrentHashMap<>();

  FakeProvider(HttpServer server, String issuer) {
    this.issuer = issuer;
    server.createContext(
        "/keys", exchange -> answer(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString()));
    server.createContext("/who", this::userInfo);
  }

  public void reset() {
    idTokenChange = UnaryOperator.identity();
    unsigned = false;
    signsWith = KEY;
    tokensFailWith = 0;
    meanwhile = () -> {};
  }

  public static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("fake").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String discovery() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/oauth2/authorize",\
    "token_endpoint":"%1$s/tokens-are-here","jwks_uri":"%1$s/keys","userinfo_endpoint":"%1$s/who",\
    "end_session_endpoint":"%1$s/connect/logout","subject_types_supported":["pairwise"],\
    "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"],\
    "authorization_response_iss_parameter_supported":true}\
    """
        .formatted(issuer);
  }

  /** The person signs in and agrees; what the portal sends his browser back with. */
  public Map<String, String> approve(URI request, FakePerson person) {
    var asked = parameters(request.getRawQuery());
    var code = UUID.randomUUID().toString();
    codes.put(code, new Grant(asked, person));
    return new HashMap<>(Map.of("code", code, "state", asked.get("state"), "iss", issuer));
  }

  public Map<String, String> refuse(URI request, String error) {
    var state = parameters(request.getRawQuery()).get("state");
    return new HashMap<>(Map.of("error", error, "state", state, "iss", issuer));
  }

  void exchangeCode(HttpExchange exchange, Map<String, String> form) throws IOException {
    lastTokenRequest = form;
    lastBasic = exchange.getRequestHeaders().getFirst("Authorization");
    var grant = codes.remove(form.getOrDefault("code", ""));
    if (tokensFailWith != 0) {
      answer(exchange, tokensFailWith, "{\"error\":\"server_error\"}");
    } else if (grant == null || !grant.isFor(form)) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
    } else {
      var access = UUID.randomUUID().toString();
      accessTokens.put(access, grant.person());
      answer(
          exchange,
          200,
          json.writeValueAsString(
              Map.of(
                  "access_token",
                  access,
                  "token_type",
                  "Bearer",
                  "expires_in",
                  600,
                  "id_token",
                  idToken(grant))));
    }
  }

  private String idToken(Grant grant) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(grant.person().subject())
            .audience(grant.asked().get("client_id"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(600)))
            .claim("nonce", grant.asked().get("nonce"))
            .claim("acr", grant.person().level())
            .claim("sid", grant.person().sid());
    return sign(idTokenChange.apply(claims).build(), JOSEObjectType.JWT);
  }

  /** A logout token as it should be, but for the change. */
  public String logoutToken(
      FakePerson person, String client, UnaryOperator<JWTClaimsSet.Builder> change) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(client)
            .subject(person.subject())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(120)))
            .jwtID(UUID.randomUUID().toString())
            .claim("sid", person.sid())
            .claim("events", Map.of(EVENT, Map.of()));
    return sign(change.apply(claims).build(), new JOSEObjectType("logout+jwt"));
  }

  private String sign(JWTClaimsSet claims, JOSEObjectType type) {
    if (unsigned) return new PlainJWT(claims).serialize();
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("fake").type(type).build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(signsWith));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void userInfo(HttpExchange exchange) throws IOException {
    var bearer = exchange.getRequestHeaders().getFirst("Authorization");
    var person = accessTokens.get(bearer.substring("Bearer ".length()));
    meanwhile.run();
    if (person == null) answer(exchange, 401, "{\"error\":\"invalid_token\"}");
    else answer(exchange, 200, json.writeValueAsString(person.userInfo()));
  }

  static Map<String, String> parameters(String query) {
    return UriComponentsBuilder.newInstance()
        .query(query)
        .build()
        .getQueryParams()
        .toSingleValueMap()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> URLDecoder.decode(e.getValue(), UTF_8)));
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private record Grant(Map<String, String> asked, FakePerson person) {

    boolean isFor(Map<String, String> form) {
      var challenge = asked.get("code_challenge");
      return Objects.equals(asked.get("redirect_uri"), form.get("redirect_uri"))
          && (challenge == null || challenge.equals(hash(form.getOrDefault("code_verifier", ""))));
    }

    private static String hash(String verifier) {
      try {
        var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
        return Base64URL.encode(digest).toString();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
