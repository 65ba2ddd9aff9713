package org.motcua.identity.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Repository;

/** The machines that may ask for tokens, each speaking for one agency. */
@Repository
class Clients implements RegisteredClientRepository {

  /** Name of the client's setting that holds its agency's code. */
  static final String AGENCY = "agency";

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final Clock clock;

  Clients(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void addIfAbsent(String id, String name, String secretHash, String agency, Set<String> scopes) {
    jdbc.sql(
            """
            insert into identity.client (id, name, secret_hash, agency, scopes, created_at)
            values (:id, :name, :secretHash, :agency, :scopes, :now)
            on conflict (id) do nothing
            """)
        .param("id", id)
        .param("name", name)
        .param("secretHash", secretHash)
        .param("agency", agency)
        .param("scopes", scopes.toArray(String[]::new))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return jdbc.sql("select * from identity.client where id = :id")
        .param("id", clientId)
        .query((row, number) -> client(row))
        .optional()
        .orElse(null);
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("Clients are registered by people");
  }

  private static RegisteredClient client(ResultSet row) throws SQLException {
    var allowed = Set.of((String[]) row.getArray("scopes").getArray());
    return RegisteredClient.withId(row.getString("id"))
        .clientId(row.getString("id"))
        .clientName(row.getString("name"))
        .clientSecret(row.getString("secret_hash"))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scopes(scopes -> scopes.addAll(allowed))
        .clientSettings(ClientSettings.builder().setting(AGENCY, row.getString("agency")).build())
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFE).build())
        .build();
  }
}
