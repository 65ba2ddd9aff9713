package org.motcua.identity.authenticator;

import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.motcua.identity.AccountId;
import org.motcua.platform.secrets.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Ten codes to keep on paper, each good once in place of the app's. Digits alone, so that they are
 * typed in the same field and by the same keys; in the database lies their keyed hash.
 */
@Repository
class RecoveryCodes {

  static final int HOW_MANY = 10;

  private static final int DIGITS = 10;
  private static final long CODES = 10_000_000_000L;
  private static final Pattern FORM = Pattern.compile("\\d{" + DIGITS + "}");

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final Vault vault;

  RecoveryCodes(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  static boolean isOne(String digits) {
    return FORM.matcher(digits).matches();
  }

  /** The only time they can be read; those before them serve no more. */
  List<String> replace(AccountId account) {
    removeAll(account);
    var codes =
        Stream.generate(() -> "%010d".formatted(random.nextLong(CODES)))
            .distinct()
            .limit(HOW_MANY)
            .toList();
    for (var code : codes) {
      jdbc.sql(
              "insert into identity.recovery_code (account_id, code_hash) values (:account, :hash)")
          .param("account", account.value())
          .param("hash", hashes(account, code).getFirst())
          .update();
    }
    return codes.stream().map(code -> code.substring(0, 5) + " " + code.substring(5)).toList();
  }

  /** True once for each. */
  boolean use(AccountId account, String code) {
    return jdbc.sql(
                """
                delete from identity.recovery_code
                where account_id = :account and code_hash in (:hashes)
                """)
            .param("account", account.value())
            .param("hashes", hashes(account, code))
            .update()
        == 1;
  }

  int left(AccountId account) {
    return jdbc.sql("select count(*) from identity.recovery_code where account_id = :account")
        .param("account", account.value())
        .query(Integer.class)
        .single();
  }

  void removeAll(AccountId account) {
    jdbc.sql("delete from identity.recovery_code where account_id = :account")
        .param("account", account.value())
        .update();
  }

  /** Codes lie in a drawer for years; the master key may have been exchanged since. */
  private List<byte[]> hashes(AccountId account, String code) {
    return vault.macs("identity.recovery-code", account + "|" + code);
  }
}
