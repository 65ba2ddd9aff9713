package org.motcua.connect.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.secrets.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person is called at each agency ({@code sub}): always the same there, another at every
 * other, so that agencies cannot put together what they know by it (OpenID Connect Core 8.1).
 */
@Component
public class PairwiseSubjects {

  private static final String MAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final SecretKeySpec key;

  PairwiseSubjects(JdbcClient jdbc, Vault vault, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.key = new SecretKeySpec(transaction.execute(status -> keptOrMade()), MAC);
  }

  public String of(AccountId account, AgencyId agency) {
    return mac("subject " + agency + " " + account);
  }

  /** What a browser's session is called at one client ({@code sid}). */
  public String sid(String session, String client) {
    return mac("session " + client + " " + session);
  }

  private String mac(String of) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(of.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + MAC, e);
    }
  }

  /** Nodes started together take the first one's. */
  private byte[] keptOrMade() {
    var fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    jdbc.sql("insert into connect.subject_key (sealed) values (:sealed) on conflict do nothing")
        .param("sealed", vault.seal(fresh))
        .update();
    return jdbc.sql("select sealed from connect.subject_key")
        .query((row, number) -> vault.open(row.getBytes("sealed")))
        .single();
  }
}
