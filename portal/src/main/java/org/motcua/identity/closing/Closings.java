package org.motcua.identity.closing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.Phone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Closings {

  private final JdbcClient jdbc;

  Closings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Asking twice does not put it off. */
  void add(AccountId account, Instant now, Instant closesAt) {
    jdbc.sql(
            """
            insert into identity.closing (account_id, asked_at, closes_at)
            values (:account, :now, :closesAt) on conflict do nothing
            """)
        .param("account", account.value())
        .param("now", at(now))
        .param("closesAt", at(closesAt))
        .update();
  }

  /** When it will be closed. Locked, so that signing in and closing come one after the other. */
  Optional<Instant> findForUpdate(AccountId account) {
    return jdbc.sql("select closes_at from identity.closing where account_id = :account for update")
        .param("account", account.value())
        .query((row, number) -> row.getObject("closes_at", OffsetDateTime.class).toInstant())
        .optional();
  }

  /** False when there was nothing to take back. */
  boolean remove(AccountId account) {
    return jdbc.sql("delete from identity.closing where account_id = :account")
            .param("account", account.value())
            .update()
        == 1;
  }

  /**
   * What is left of an account is a number without a person: those who kept it by law still have
   * something to point to. Its names are free again.
   */
  void anonymise(AccountId account, String name) {
    for (var table :
        new String[] {
          "account_name",
          "known_browser",
          "sign_in",
          "account_change",
          "data_access",
          "recovery",
          "verification_request"
        }) {
      jdbc.sql("delete from identity.%s where account_id = :account".formatted(table))
          .param("account", account.value())
          .update();
    }
    jdbc.sql("delete from identity.enterprise_invitation where enterprise_id = :account")
        .param("account", account.value())
        .update();
    jdbc.sql(
            """
            update identity.account
            set name = :name, citizen_id = null, social_insurance_number = null, tax_code = null,
                sign_in_name = null, date_of_birth = null, gender = null, phone = '', email = null,
                commune = null, street = null, password_hash = null, state = 'CLOSED'
            where id = :account
            """)
        .param("name", name)
        .param("account", account.value())
        .update();
  }

  /** It finds nobody: a child is not looked for by a parent's phone. */
  void setPhone(AccountId child, Phone phone) {
    jdbc.sql("update identity.account set phone = :phone where id = :child")
        .param("phone", phone.international())
        .param("child", child.value())
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
