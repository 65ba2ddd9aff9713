package org.motcua.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people have agreed to give to whom, and why; each reads it at {@code /my/account/consents}.
 */
@Component
public class Consents {

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Consents(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Something given. Its texts are keys of messages, so that it reads in either language; each gets
   * the name as its argument {0}.
   *
   * @param object what it is about: {@code dossier:<id>}, {@code client:<id>}
   * @param recipient whose data it is now besides: {@code agency:<code>}, {@code client:<id>} or
   *     {@code account:<id>}
   * @param whatKey which data
   * @param whyKey for what
   * @param name such as the dossier's code
   * @param withdrawable whether taking it back has an effect; a submitted dossier is withdrawn as a
   *     dossier, not here
   */
  public record Given(
      AccountId account,
      String object,
      String recipient,
      String whatKey,
      String whyKey,
      String name,
      boolean withdrawable) {}

  /** Giving the same thing again changes nothing, unless it was taken back meanwhile. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void give(Given given, String actor) {
    var added =
        jdbc.sql(
                """
                insert into identity.consent
                  (id, account_id, object, recipient, what_key, why_key, name, withdrawable, given_at)
                values
                  (:id, :account, :object, :recipient, :what, :why, :name, :withdrawable, :now)
                on conflict (account_id, object, recipient, what_key) where withdrawn_at is null
                do nothing
                """)
            .param("id", NewId.next())
            .param("account", given.account().value())
            .param("object", given.object())
            .param("recipient", given.recipient())
            .param("what", given.whatKey())
            .param("why", given.whyKey())
            .param("name", given.name())
            .param("withdrawable", given.withdrawable())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (added == 1) {
      audit.record(
          actor,
          "identity.consented",
          "account",
          given.account().toString(),
          Map.of("object", given.object(), "recipient", given.recipient()));
    }
  }

  public boolean stands(AccountId account, String object, String recipient) {
    return jdbc.sql(
            """
            select exists (
              select from identity.consent
              where account_id = :account and object = :object and recipient = :recipient
                and withdrawn_at is null)
            """)
        .param("account", account.value())
        .param("object", object)
        .param("recipient", recipient)
        .query(Boolean.class)
        .single();
  }

  /** Takes back all that was given since then and can be taken back. */
  @Transactional
  public void withdrawAll(AccountId account, Instant since) {
    jdbc.sql(
            """
            select id from identity.consent
            where account_id = :account and withdrawable and withdrawn_at is null
              and given_at >= :since
            """)
        .param("account", account.value())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list()
        .forEach(consent -> withdraw(account, consent));
  }

  /** False when there is nothing that could be taken back. */
  @Transactional
  public boolean withdraw(AccountId account, UUID consent) {
    return withdraw(account, consent, "account:" + account);
  }

  /**
   * Takes back what was given by its name; nothing where it does not stand.
   *
   * @param whatKey as it was given
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdraw(AccountId account, String object, String whatKey, String actor) {
    jdbc.sql(
            """
            select id from identity.consent
            where account_id = :account and object = :object and what_key = :what
              and withdrawn_at is null
            """)
        .param("account", account.value())
        .param("object", object)
        .param("what", whatKey)
        .query(UUID.class)
        .list()
        .forEach(consent -> withdraw(account, consent, actor));
  }

  private boolean withdraw(AccountId account, UUID consent, String actor) {
    var withdrawn =
        jdbc.sql(
                """
                update identity.consent set withdrawn_at = :now
                where id = :id and account_id = :account and withdrawable and withdrawn_at is null
                returning object, recipient, what_key
                """)
            .param("id", consent)
            .param("account", account.value())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(
                (row, number) ->
                    new ConsentWithdrawn(
                        account,
                        row.getString("object"),
                        row.getString("recipient"),
                        row.getString("what_key")))
            .optional();
    withdrawn.ifPresent(
        event -> {
          audit.record(
              actor,
              "identity.consent-withdrawn",
              "account",
              account.toString(),
              Map.of("object", event.object(), "recipient", event.recipient()));
          events.publishEvent(event);
        });
    return withdrawn.isPresent();
  }
}
