package org.motcua.identity.resetting;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.platform.secrets.Vault;
import org.motcua.platform.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One of each browser. */
@Repository
class Resets {

  private final JdbcClient jdbc;
  private final Vault vault;

  Resets(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** In place of what this browser asked before. */
  void put(Reset reset, Instant forgetAfter) {
    jdbc.sql(
            """
            insert into identity.password_reset (id, browser, typed_name, language, forget_after)
            values (:id, :browser, :name, :language, :forgetAfter)
            on conflict (browser) do update set
              id = :id, typed_name = :name, language = :language, account_id = null,
              forget_after = :forgetAfter
            """)
        .param("id", reset.id())
        .param("browser", reset.browser())
        .param("name", vault.seal(reset.typedName().getBytes(StandardCharsets.UTF_8)))
        .param("language", reset.language().name())
        .param("forgetAfter", forgetAfter.atOffset(ZoneOffset.UTC))
        .update();
  }

  void found(UUID id, AccountId account) {
    jdbc.sql("update identity.password_reset set account_id = :account where id = :id")
        .param("account", account.value())
        .param("id", id)
        .update();
  }

  Optional<Reset> find(UUID id) {
    return jdbc.sql("select * from identity.password_reset where id = :id")
        .param("id", id)
        .query((row, number) -> reset(row))
        .optional();
  }

  Optional<Reset> findByBrowser(String browser, Instant now) {
    return jdbc.sql(
            """
            select * from identity.password_reset
            where browser = :browser and forget_after > :now
            """)
        .param("browser", browser)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> reset(row))
        .optional();
  }

  int forgetPast(Instant now) {
    return jdbc.sql("delete from identity.password_reset where forget_after <= :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private Reset reset(ResultSet row) throws SQLException {
    var account = row.getObject("account_id", UUID.class);
    return new Reset(
        row.getObject("id", UUID.class),
        row.getString("browser"),
        new String(vault.open(row.getBytes("typed_name")), StandardCharsets.UTF_8),
        Language.valueOf(row.getString("language")),
        account == null ? null : new AccountId(account));
  }
}
