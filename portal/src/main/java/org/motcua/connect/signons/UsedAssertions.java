package org.motcua.connect.signons;

import java.time.Instant;
import java.time.ZoneOffset;
import org.motcua.connect.ClientId;
import org.motcua.platform.secrets.RandomToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signed assertions by which clients have proved themselves: each serves once (RFC 7523, 3). */
@Repository
public class UsedAssertions {

  private final JdbcClient jdbc;

  UsedAssertions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when it was used before. */
  public boolean use(ClientId client, String assertionId, Instant expiresAt) {
    return jdbc.sql(
                """
                insert into connect.used_assertion (hash, expires_at) values (:hash, :expiresAt)
                on conflict do nothing
                """)
            .param("hash", RandomToken.hash(client + " " + assertionId))
            .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  public int removeExpired(Instant now) {
    return jdbc.sql("delete from connect.used_assertion where expires_at < :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
