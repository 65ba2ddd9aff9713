package org.motcua.identity.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.secrets.RandomToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The machine clients' tokens that are still alive. A token's value is kept as a hash alone: who
 * reads the table can use none of them.
 */
@Repository
class IssuedTokens implements OAuth2AuthorizationService {

  private static final Set<String> INSTANTS = Set.of("iat", "exp", "nbf");

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clients clients;

  IssuedTokens(JdbcClient jdbc, JsonMapper json, Clients clients) {
    this.jdbc = jdbc;
    this.json = json;
    this.clients = clients;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    var token = authorization.getAccessToken();
    if (token == null) {
      throw new IllegalStateException("Only tokens of machine clients are issued");
    }
    jdbc.sql(
            """
            insert into identity.issued_token
              (id, client_id, scopes, token_hash, claims, issued_at, expires_at, revoked)
            values (:id, :client, :scopes, :hash, :claims::jsonb, :issuedAt, :expiresAt, :revoked)
            on conflict (id) do update set revoked = excluded.revoked
            """)
        .param("id", authorization.getId())
        .param("client", authorization.getRegisteredClientId())
        .param("scopes", authorization.getAuthorizedScopes().toArray(String[]::new))
        .param("hash", RandomToken.hash(token.getToken().getTokenValue()))
        .param("claims", json.writeValueAsString(plain(token.getClaims())))
        .param("issuedAt", at(token.getToken().getIssuedAt()))
        .param("expiresAt", at(token.getToken().getExpiresAt()))
        .param("revoked", token.isInvalidated())
        .update();
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    jdbc.sql("delete from identity.issued_token where id = :id")
        .param("id", authorization.getId())
        .update();
  }

  /** Its token's value is not known any more; nobody who asks by id needs it. */
  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return jdbc.sql("select * from identity.issued_token where id = :id")
        .param("id", id)
        .query((row, number) -> authorization(row, id))
        .optional()
        .orElse(null);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    if (type != null && !OAuth2TokenType.ACCESS_TOKEN.equals(type)) return null;
    return jdbc.sql("select * from identity.issued_token where token_hash = :hash")
        .param("hash", RandomToken.hash(token))
        .query((row, number) -> authorization(row, token))
        .optional()
        .orElse(null);
  }

  int forgetExpiredBefore(Instant time) {
    return jdbc.sql("delete from identity.issued_token where expires_at < :time")
        .param("time", at(time))
        .update();
  }

  private @Nullable OAuth2Authorization authorization(ResultSet row, String tokenValue)
      throws SQLException {
    var client = clients.findByClientId(row.getString("client_id"));
    if (client == null) return null;
    var scopes = Set.of((String[]) row.getArray("scopes").getArray());
    var claims = claims(row.getString("claims"));
    var revoked = row.getBoolean("revoked");
    var token =
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER,
            tokenValue,
            row.getObject("issued_at", OffsetDateTime.class).toInstant(),
            row.getObject("expires_at", OffsetDateTime.class).toInstant(),
            scopes);
    return OAuth2Authorization.withRegisteredClient(client)
        .id(row.getString("id"))
        .principalName(client.getClientId())
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .authorizedScopes(scopes)
        .token(
            token,
            metadata -> {
              metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, claims);
              metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, revoked);
            })
        .build();
  }

  private static Map<String, Object> plain(@Nullable Map<String, Object> claims) {
    var plain = new LinkedHashMap<String, Object>();
    if (claims == null) return plain;
    claims.forEach(
        (name, value) ->
            plain.put(name, value instanceof Instant time ? time.getEpochSecond() : value));
    return plain;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> claims(String written) {
    var claims = new LinkedHashMap<String, Object>(json.readValue(written, Map.class));
    claims.replaceAll(
        (name, value) ->
            INSTANTS.contains(name) && value instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : value);
    return claims;
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
