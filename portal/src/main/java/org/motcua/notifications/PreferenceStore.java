package org.motcua.notifications;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How everybody wants to be told. */
@Repository
class PreferenceStore {

  private final JdbcClient jdbc;
  private final Clock clock;

  PreferenceStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Preferences of(AccountId account) {
    return jdbc.sql(
            """
            select by_sms, by_mail, quiet_from, quiet_until
            from notifications.preference where account_id = :account
            """)
        .param("account", account.value())
        .query((row, number) -> preferences(row))
        .optional()
        .orElse(Preferences.UNLESS_ASKED);
  }

  void put(AccountId account, Preferences preferences) {
    var quiet = preferences.quiet();
    jdbc.sql(
            """
            insert into notifications.preference
              (account_id, by_sms, by_mail, quiet_from, quiet_until, changed_at)
            values (:account, :bySms, :byMail, :from, :until, :now)
            on conflict (account_id) do update
            set by_sms = excluded.by_sms, by_mail = excluded.by_mail,
                quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
                changed_at = excluded.changed_at
            """)
        .param("account", account.value())
        .param("bySms", names(preferences.bySms()))
        .param("byMail", names(preferences.byMail()))
        .param("from", quiet == null ? null : quiet.from())
        .param("until", quiet == null ? null : quiet.until())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  void remove(AccountId account) {
    jdbc.sql("delete from notifications.preference where account_id = :account")
        .param("account", account.value())
        .update();
  }

  /** Of the columns' row, or of one without them where nobody has asked for anything. */
  static Preferences preferences(ResultSet row) throws SQLException {
    var bySms = row.getArray("by_sms");
    if (bySms == null) return Preferences.UNLESS_ASKED;
    return new Preferences(
        kinds(bySms),
        kinds(row.getArray("by_mail")),
        quiet(
            row.getObject("quiet_from", LocalTime.class),
            row.getObject("quiet_until", LocalTime.class)));
  }

  private static @Nullable QuietHours quiet(@Nullable LocalTime from, @Nullable LocalTime until) {
    return from == null || until == null ? null : new QuietHours(from, until);
  }

  private static Set<NoticeKind> kinds(Array array) throws SQLException {
    var kinds = EnumSet.noneOf(NoticeKind.class);
    for (var name : (String[]) array.getArray()) kinds.add(NoticeKind.valueOf(name));
    return kinds;
  }

  private static String[] names(Set<NoticeKind> kinds) {
    return kinds.stream().map(Enum::name).sorted().toArray(String[]::new);
  }
}
