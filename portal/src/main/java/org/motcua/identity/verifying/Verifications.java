package org.motcua.identity.verifying;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.VerifiedBy;
import org.motcua.identity.VerifiedPersons;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which persons are verified, so that their sessions may reach level LoA3. */
@Component
public class Verifications implements VerifiedPersons {

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  Verifications(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public boolean isVerified(AccountId account) {
    return find(account).isPresent();
  }

  @Override
  public Optional<VerifiedBy> verifiedBy(AccountId account) {
    return find(account)
        .map(
            verification ->
                switch (verification.how()) {
                  case REGISTER -> VerifiedBy.REGISTER;
                  case COUNTER -> VerifiedBy.COUNTER;
                  case CERTIFICATE -> VerifiedBy.CERTIFICATE;
                });
  }

  public Optional<Verification> find(AccountId account) {
    return jdbc.sql("select how, verified_at from identity.verification where account_id = :id")
        .param("id", account.value())
        .query((row, number) -> verification(row))
        .optional();
  }

  /**
   * Until the transaction ends nobody changes who this account says its holder is: what has been
   * compared is what becomes verified.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(AccountId account) {
    jdbc.sql("select id from identity.account where id = :id for update")
        .param("id", account.value())
        .query(UUID.class)
        .optional();
  }

  /**
   * From now on this person is known. One who is verified already stays so by what he was first.
   *
   * @param actor who found it out, as the audit trail names him
   */
  @Transactional
  public void verified(AccountId account, How how, String actor) {
    var added =
        jdbc.sql(
                """
                insert into identity.verification (account_id, how, verified_at)
                values (:id, :how, :now)
                on conflict (account_id) do nothing
                """)
            .param("id", account.value())
            .param("how", how.name())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (added == 1) record(actor, "identity.verified", account, Map.of("how", how.name()));
  }

  /**
   * For changes of what was verified: another name, another date of birth. Who somebody is has to
   * be found out again.
   */
  @Transactional
  public void noLongerVerified(AccountId account, String actor) {
    var removed =
        jdbc.sql("delete from identity.verification where account_id = :id")
            .param("id", account.value())
            .update();
    if (removed == 1) record(actor, "identity.no-longer-verified", account, Map.of());
  }

  private void record(String actor, String action, AccountId account, Map<String, ?> details) {
    audit.record(actor, action, "account", account.toString(), details);
  }

  private static Verification verification(ResultSet row) throws SQLException {
    return new Verification(
        How.valueOf(row.getString("how")),
        row.getObject("verified_at", OffsetDateTime.class).toInstant());
  }
}
