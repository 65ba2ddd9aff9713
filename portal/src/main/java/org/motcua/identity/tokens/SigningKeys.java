package org.motcua.identity.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.secrets.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign our tokens. The first node ever started makes one; it lies sealed in the
 * database, so every node signs with the same and publishes the same.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;
  private final JWKSet keys;

  SigningKeys(JdbcClient jdbc, Vault vault, Clock clock, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
    List<JWK> all = transaction.execute(status -> keptOrMade());
    this.keys = new JWKSet(all);
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(keys);
  }

  /** Locks the table, so that nodes started together do not make a key each. */
  private List<JWK> keptOrMade() {
    jdbc.sql("lock table identity.signing_key in exclusive mode").update();
    var kept =
        jdbc.sql("select sealed_jwk from identity.signing_key order by created_at desc")
            .query((row, number) -> open(row.getBytes("sealed_jwk")))
            .list();
    return kept.isEmpty() ? List.of(make()) : kept;
  }

  private JWK make() {
    var key = generate();
    jdbc.sql(
            """
            insert into identity.signing_key (id, sealed_jwk, created_at)
            values (:id, :sealed, :now)
            """)
        .param("id", key.getKeyID())
        .param("sealed", vault.seal(key.toJSONString().getBytes(StandardCharsets.UTF_8)))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return key;
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048)
          .keyID(NewId.next().toString())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java cannot make RSA keys", e);
    }
  }

  private JWK open(byte[] sealed) {
    try {
      return JWK.parse(new String(vault.open(sealed), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("A signing key in the database is damaged", e);
    }
  }
}
