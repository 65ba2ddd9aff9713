package org.motcua.connect.keys;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.motcua.platform.secrets.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys lie sealed in the database, so that all nodes sign with the same. */
@Repository
class SigningKeyStore {

  static final String CHANNEL = "connect_keys";

  private final JdbcClient jdbc;
  private final Vault vault;

  SigningKeyStore(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** Until the end of the transaction, so that nodes do not make a key each. */
  void lock() {
    jdbc.sql("lock table connect.signing_key in exclusive mode").update();
  }

  List<SigningKey> list() {
    return jdbc.sql(
            """
            select id, algorithm, sealed_jwk, signs_from, published_until from connect.signing_key
            order by signs_from desc, id desc
            """)
        .query(
            (row, number) -> {
              var until = row.getObject("published_until", OffsetDateTime.class);
              return new SigningKey(
                  row.getString("id"),
                  JWSAlgorithm.parse(row.getString("algorithm")),
                  open(row.getBytes("sealed_jwk")),
                  row.getObject("signs_from", OffsetDateTime.class).toInstant(),
                  until == null ? null : until.toInstant());
            })
        .list();
  }

  void add(SigningKey key, Instant now) {
    jdbc.sql(
            """
            insert into connect.signing_key (id, algorithm, sealed_jwk, created_at, signs_from)
            values (:id, :algorithm, :sealed, :now, :signsFrom)
            """)
        .param("id", key.id())
        .param("algorithm", key.algorithm().getName())
        .param("sealed", vault.seal(key.key().toJSONString().getBytes(StandardCharsets.UTF_8)))
        .param("now", at(now))
        .param("signsFrom", at(key.signsFrom()))
        .update();
    tell();
  }

  void retire(SigningKey key, Instant publishedUntil) {
    jdbc.sql(
            """
            update connect.signing_key set published_until = :until
            where id = :id and published_until is null
            """)
        .param("id", key.id())
        .param("until", at(publishedUntil))
        .update();
    tell();
  }

  void removeUnpublished(Instant now) {
    jdbc.sql("delete from connect.signing_key where published_until < :now")
        .param("now", at(now))
        .update();
  }

  private void tell() {
    jdbc.sql("select pg_notify(:channel, '')")
        .param("channel", CHANNEL)
        .query((row, number) -> true)
        .single();
  }

  private JWK open(byte[] sealed) {
    try {
      return JWK.parse(new String(vault.open(sealed), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("A signing key in the database is damaged", e);
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
