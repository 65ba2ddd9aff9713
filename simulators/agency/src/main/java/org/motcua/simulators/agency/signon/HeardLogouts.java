package org.motcua.simulators.agency.signon;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Repository;

/**
 * Which sign-ins the portal has ended of late. It may tell so while somebody is on his way in: his
 * code has been exchanged, and his session here, which should end, is not there yet.
 */
@Repository
class HeardLogouts {

  /** Longer than any way in takes. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final Clock clock;

  HeardLogouts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** To be called before the sessions are ended, so that none slips through between. */
  void remember(@Nullable String subject, @Nullable String sid) {
    var now = clock.instant();
    jdbc.sql("insert into heard_logout (at, subject, sid) values (?, ?, ?)")
        .param(1, now.atOffset(UTC))
        .param(2, subject)
        .param(3, sid)
        .update();
    jdbc.sql("delete from heard_logout where at < ?")
        .param(1, now.minus(KEPT).atOffset(UTC))
        .update();
  }

  /** Whether this sign-in has been ended since that time: one sign-in if it was named, else all. */
  boolean hasEnded(OidcIdToken signIn, Instant since) {
    return jdbc.sql(
            """
            select exists (
              select 1 from heard_logout
              where at >= ? and (sid is null or sid = ?) and (subject is null or subject = ?))
            """)
        .param(1, since.atOffset(UTC))
        .param(2, signIn.getClaimAsString("sid"))
        .param(3, signIn.getSubject())
        .query(Boolean.class)
        .single();
  }
}
