package org.motcua.connect.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.organisation.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClientStore implements ClientStore {

  /** What the columns hold of a client that signs nobody in. */
  private static final Client.Portal NO_PORTAL =
      new Client.Portal(false, false, List.of(), List.of(), null, Set.of(), Set.of());

  private static final String INSERT =
      """
      insert into connect.client
        (id, agency, name, english_name, home_address, contact, stage, signs_people_in,
         proof_key, refreshes, redirect_addresses, logout_addresses, back_channel_address,
         required_data, optional_data, api_scopes, jwks, jwks_address, created_at, changed_at)
      values
        (:id, :agency, :name, :englishName, :homeAddress, :contact, :stage, :signsPeopleIn,
         :proofKey, :refreshes, :redirects, :logouts, :backChannel, :required, :optional,
         :apiScopes, :jwks, :jwksAddress, :createdAt, :now)
      """;

  private static final String INSTEAD =
      """
      on conflict (id) do update set
        agency = excluded.agency, name = excluded.name, english_name = excluded.english_name,
        home_address = excluded.home_address, contact = excluded.contact,
        stage = excluded.stage, signs_people_in = excluded.signs_people_in,
        proof_key = excluded.proof_key, refreshes = excluded.refreshes,
        redirect_addresses = excluded.redirect_addresses,
        logout_addresses = excluded.logout_addresses,
        back_channel_address = excluded.back_channel_address,
        required_data = excluded.required_data, optional_data = excluded.optional_data,
        api_scopes = excluded.api_scopes, jwks = excluded.jwks,
        jwks_address = excluded.jwks_address, changed_at = excluded.changed_at
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcClientStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<Client> find(ClientId id) {
    return jdbc.sql("select * from connect.client where id = :id")
        .param("id", id.value())
        .query(JdbcClientStore::withoutSecrets)
        .optional()
        .map(this::withSecrets);
  }

  @Override
  public Optional<Client> lock(ClientId id) {
    return jdbc.sql("select * from connect.client where id = :id for update")
        .param("id", id.value())
        .query(JdbcClientStore::withoutSecrets)
        .optional()
        .map(this::withSecrets);
  }

  @Override
  public List<Client> list(Collection<AgencyId> agencies, @Nullable ClientId after, int limit) {
    return withSecrets(
        jdbc.sql(
                """
                select * from connect.client
                where agency = any(:agencies) and id > :after
                order by id
                limit :limit
                """)
            .param("agencies", agencies.stream().map(AgencyId::value).toArray(String[]::new))
            .param("after", after == null ? "" : after.value())
            .param("limit", limit)
            .query(JdbcClientStore::withoutSecrets)
            .list());
  }

  @Override
  public List<Client> listAll(@Nullable ClientId after, int limit) {
    return withSecrets(
        jdbc.sql("select * from connect.client where id > :after order by id limit :limit")
            .param("after", after == null ? "" : after.value())
            .param("limit", limit)
            .query(JdbcClientStore::withoutSecrets)
            .list());
  }

  @Override
  public boolean add(Client client) {
    return write(INSERT + " on conflict (id) do nothing", client) == 1;
  }

  @Override
  public void save(Client client) {
    write(INSERT + INSTEAD, client);
  }

  private int write(String statement, Client client) {
    var portal = Objects.requireNonNullElse(client.portal(), NO_PORTAL);
    var keys = client.keys();
    var written =
        jdbc.sql(statement)
            .param("id", client.id().value())
            .param("agency", client.agency().value())
            .param("name", client.name())
            .param("englishName", client.englishName())
            .param("homeAddress", client.homeAddress())
            .param("contact", client.contact())
            .param("stage", client.stage().name())
            .param("signsPeopleIn", client.portal() != null)
            .param("proofKey", portal.proofKey())
            .param("refreshes", portal.refreshes())
            .param("redirects", texts(portal.redirectAddresses()))
            .param("logouts", texts(portal.logoutAddresses()))
            .param("backChannel", portal.backChannelAddress())
            .param("required", names(portal.required()))
            .param("optional", names(portal.optional()))
            .param("apiScopes", texts(client.apiScopes()))
            .param("jwks", keys == null ? null : keys.set())
            .param("jwksAddress", keys == null ? null : keys.address())
            .param("createdAt", at(client.createdAt()))
            .param("now", at(clock.instant()))
            .update();
    tell(client.id());
    return written;
  }

  @Override
  public void addSecret(ClientId client, UUID id, String hash, Instant now) {
    jdbc.sql(
            """
            insert into connect.client_secret (id, client_id, hash, created_at)
            values (:id, :client, :hash, :now)
            """)
        .param("id", id)
        .param("client", client.value())
        .param("hash", hash)
        .param("now", at(now))
        .update();
    tell(client);
  }

  @Override
  public void endSecret(ClientId client, UUID secret, Instant at) {
    jdbc.sql(
            """
            update connect.client_secret set expires_at = least(expires_at, :at)
            where id = :id and client_id = :client
            """)
        .param("id", secret)
        .param("client", client.value())
        .param("at", at(at))
        .update();
    tell(client);
  }

  private void tell(ClientId client) {
    jdbc.sql("select pg_notify(:channel, :id)")
        .param("channel", CHANNEL)
        .param("id", client.value())
        .query((row, number) -> true)
        .single();
  }

  private Client withSecrets(Client client) {
    return withSecrets(List.of(client)).getFirst();
  }

  /** All of them at once, after the rows are read: one query more, and no second connection. */
  private List<Client> withSecrets(List<Client> clients) {
    var secrets = listSecrets(clients.stream().map(Client::id).toList());
    return clients.stream()
        .map(client -> client.with(secrets.getOrDefault(client.id(), List.of())))
        .toList();
  }

  private static Client withoutSecrets(ResultSet row, int number) throws SQLException {
    return new Client(
        new ClientId(row.getString("id")),
        new AgencyId(row.getString("agency")),
        row.getString("name"),
        row.getString("english_name"),
        row.getString("home_address"),
        row.getString("contact"),
        ClientStage.valueOf(row.getString("stage")),
        row.getBoolean("signs_people_in") ? portal(row) : null,
        Set.copyOf(texts(row, "api_scopes")),
        keys(row),
        List.of(),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Client.Portal portal(ResultSet row) throws SQLException {
    return new Client.Portal(
        row.getBoolean("proof_key"),
        row.getBoolean("refreshes"),
        texts(row, "redirect_addresses"),
        texts(row, "logout_addresses"),
        row.getString("back_channel_address"),
        PersonalData.of((String[]) row.getArray("required_data").getArray()),
        PersonalData.of((String[]) row.getArray("optional_data").getArray()));
  }

  private static Client.@Nullable Keys keys(ResultSet row) throws SQLException {
    var set = row.getString("jwks");
    var address = row.getString("jwks_address");
    return set == null && address == null ? null : new Client.Keys(set, address);
  }

  private record Held(ClientId client, Client.Secret secret) {}

  private Map<ClientId, List<Client.Secret>> listSecrets(List<ClientId> clients) {
    return jdbc
        .sql(
            """
            select client_id, id, hash, created_at, expires_at from connect.client_secret
            where client_id = any(:clients) and (expires_at is null or expires_at > :now)
            order by created_at desc
            """)
        .param("clients", clients.stream().map(ClientId::value).toArray(String[]::new))
        .param("now", at(clock.instant()))
        .query((row, number) -> new Held(new ClientId(row.getString("client_id")), secret(row)))
        .list()
        .stream()
        .collect(groupingBy(Held::client, mapping(Held::secret, toList())));
  }

  private static Client.Secret secret(ResultSet row) throws SQLException {
    return new Client.Secret(
        row.getObject("id", UUID.class),
        row.getString("hash"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "expires_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static String[] texts(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }

  private static String[] names(Set<PersonalData> data) {
    return data.stream().map(Enum::name).toArray(String[]::new);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
