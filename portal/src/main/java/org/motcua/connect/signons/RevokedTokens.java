package org.motcua.connect.signons;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Programs' tokens that were taken back; persons' tokens end with their sign-on. */
@Repository
class RevokedTokens {

  private final JdbcClient jdbc;

  RevokedTokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(String tokenId, Instant expiresAt) {
    jdbc.sql(
            """
            insert into connect.revoked_token (id, expires_at) values (:id, :expiresAt)
            on conflict do nothing
            """)
        .param("id", tokenId)
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean contains(String tokenId) {
    return jdbc.sql("select exists (select from connect.revoked_token where id = :id)")
        .param("id", tokenId)
        .query(Boolean.class)
        .single();
  }

  int removeExpired(Instant now) {
    return jdbc.sql("delete from connect.revoked_token where expires_at < :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
