package org.motcua.identity.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.Factor;
import org.motcua.identity.SignInFailed;
import org.motcua.identity.SignedIn;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SignIns {

  private static final UUID NOBODY = new UUID(0, 0);

  private final JdbcClient jdbc;

  SignIns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(SignedIn signedIn, byte @Nullable [] sessionMac) {
    var browser = BrowserName.of(signedIn.browser());
    jdbc.sql(
            """
            insert into identity.sign_in
              (id, account_id, at, succeeded, factors, browser, system, network, new_browser,
               session_mac, hour)
            values
              (:id, :account, :at, true, :factors, :browser, :system, :network, :newBrowser,
               :session, :hour)
            """)
        .param("id", NewId.next())
        .param("account", signedIn.account().value())
        .param("at", at(signedIn.at()))
        .param("factors", signedIn.factors().stream().map(Enum::name).toArray(String[]::new))
        .param("browser", browser.browser())
        .param("system", browser.system())
        .param("network", Network.of(signedIn.address()).rough())
        .param("newBrowser", signedIn.newBrowser())
        .param("session", sessionMac)
        .param("hour", hour(signedIn.at()))
        .update();
  }

  /** Tries for names that nobody has are one row an hour for each network, and nobody's to see. */
  void add(SignInFailed failed) {
    var browser = BrowserName.of(failed.browser());
    jdbc.sql(
            """
            insert into identity.sign_in as known
              (id, account_id, at, succeeded, factors, browser, system, network, new_browser, hour)
            values
              (:id, :account, :at, false, '{}', :browser, :system, :network, false, :hour)
            on conflict (account_id, network, hour) where not succeeded
            do update set times = known.times + 1, at = excluded.at
            """)
        .param("id", NewId.next())
        .param("account", failed.account() == null ? NOBODY : failed.account().value())
        .param("at", at(failed.at()))
        .param("browser", browser.browser())
        .param("system", browser.system())
        .param("network", Network.of(failed.address()).rough())
        .param("hour", hour(failed.at()))
        .update();
  }

  /** Those older than the given one; with none given, the newest. */
  List<SignInEntry> list(AccountId account, @Nullable UUID olderThan, int limit) {
    return jdbc.sql(
            """
            select * from identity.sign_in
            where account_id = :account and (:olderThan::uuid is null or id < :olderThan::uuid)
            order by id desc limit :limit
            """)
        .param("account", account.value())
        .param("olderThan", olderThan)
        .param("limit", limit)
        .query((row, number) -> entry(row))
        .list();
  }

  /** The sign-ins that opened these sessions. */
  List<SignInEntry> ofSessions(AccountId account, Collection<byte[]> sessionMacs) {
    return jdbc.sql(
            """
            select * from identity.sign_in
            where account_id = :account and session_mac = any(:sessions) order by id
            """)
        .param("account", account.value())
        .param("sessions", sessionMacs.toArray(byte[][]::new))
        .query((row, number) -> entry(row))
        .list();
  }

  int countBrowsers(AccountId account) {
    return jdbc.sql("select count(*) from identity.known_browser where account_id = :account")
        .param("account", account.value())
        .query(Integer.class)
        .single();
  }

  int forgetBefore(Instant time) {
    return jdbc.sql("delete from identity.sign_in where at < :time")
        .param("time", at(time))
        .update();
  }

  private static SignInEntry entry(ResultSet row) throws SQLException {
    return new SignInEntry(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getBoolean("succeeded"),
        row.getInt("times"),
        Arrays.stream((String[]) row.getArray("factors").getArray())
            .map(Factor::valueOf)
            .collect(Collectors.toSet()),
        new BrowserName(row.getString("browser"), row.getString("system")),
        new Network(row.getString("network")),
        row.getBoolean("new_browser"),
        row.getBytes("session_mac"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static OffsetDateTime hour(Instant instant) {
    return at(instant).truncatedTo(ChronoUnit.HOURS);
  }
}
