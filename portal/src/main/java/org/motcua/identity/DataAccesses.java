package org.motcua.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down who looked at whose data; the person reads it at {@code /my/account/accesses}. Within
 * one hour the same viewer's looks at the same thing count as one.
 */
@Component
public class DataAccesses {

  private final JdbcClient jdbc;
  private final Clock clock;

  DataAccesses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Who looks: a person at a desk, or an agency's program. */
  public sealed interface Viewer {
    record Officer(AccountId account) implements Viewer {}

    record Program(String client) implements Viewer {}

    private String key() {
      return switch (this) {
        case Officer(var account) -> "account:" + account;
        case Program(var client) -> "client:" + client;
      };
    }
  }

  /**
   * What was looked at.
   *
   * @param object by which the same thing is known again: {@code dossier:<id>}
   * @param key of the message that says what it is; its argument {0} is the name
   * @param name such as the dossier's code
   */
  public record Seen(AccountId subject, String object, String key, String name) {}

  /**
   * @param why key of the message that says for what
   */
  public void record(Seen what, Viewer by, AgencyId agency, String why) {
    recordAll(List.of(what), by, agency, why);
  }

  /** What is seen at once, as in a list. One's own data is nobody's look. */
  @Transactional
  public void recordAll(Collection<Seen> seen, Viewer by, AgencyId agency, String why) {
    var all =
        seen.stream()
            .filter(each -> !by.equals(new Viewer.Officer(each.subject())))
            .sorted(Comparator.comparing(Seen::object)) // so that nobody waits in a ring
            .toList();
    if (all.isEmpty()) return;
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into identity.data_access
              (id, account_id, viewer, agency, object, what_key, what_name, why_key, at, hour)
            select id, account_id, :viewer, :agency, object, what_key, what_name, :why, :now, :hour
            from unnest(:ids::uuid[], :accounts::uuid[], :objects::text[], :keys::text[],
                        :names::text[]) as seen (id, account_id, object, what_key, what_name)
            on conflict (object, viewer, hour) do nothing
            """)
        .param("viewer", by.key())
        .param("agency", agency.value())
        .param("why", why)
        .param("now", now)
        .param("hour", now.truncatedTo(ChronoUnit.HOURS))
        .param("ids", all.stream().map(each -> NewId.next().toString()).toArray(String[]::new))
        .param(
            "accounts", all.stream().map(each -> each.subject().toString()).toArray(String[]::new))
        .param("objects", all.stream().map(Seen::object).toArray(String[]::new))
        .param("keys", all.stream().map(Seen::key).toArray(String[]::new))
        .param("names", all.stream().map(Seen::name).toArray(String[]::new))
        .update();
  }
}
