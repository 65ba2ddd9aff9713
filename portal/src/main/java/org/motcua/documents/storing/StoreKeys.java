package org.motcua.documents.storing;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.motcua.platform.secrets.UnknownMasterKey;
import org.motcua.platform.secrets.Vault;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of the store. They lie in the database, sealed under the master key, so that all nodes
 * have the same and the master key can be exchanged without sealing every file anew.
 */
@Component
class StoreKeys {

  private static final int BYTES = 32;

  /** Sealed and proven piece by piece, so that a file of any length takes the same memory. */
  private static final int PIECE = 64 * 1024;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Map<Integer, StoreKey> opened = new ConcurrentHashMap<>();

  StoreKeys(JdbcClient jdbc, Vault vault, Clock clock, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    // Whatever becomes of the caller's transaction, others may have sealed with the key by then.
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What seals from now on. */
  StoreKey inUse() {
    return newest().orElseGet(() -> transaction.execute(status -> makeFirst()));
  }

  StoreKey get(int id) {
    return opened.computeIfAbsent(
        id,
        unknown ->
            jdbc.sql("select id, sealed_key from documents.store_key where id = :id")
                .param("id", id)
                .query((row, number) -> open(row.getInt("id"), row.getBytes("sealed_key")))
                .single());
  }

  /**
   * All of them, so that a node that cannot read what is kept says so when it starts, and takes
   * nothing in meanwhile.
   */
  void openAll() {
    jdbc.sql("select id from documents.store_key order by id")
        .query(Integer.class)
        .list()
        .forEach(this::get);
  }

  private Optional<StoreKey> newest() {
    return jdbc.sql("select id from documents.store_key order by id desc limit 1")
        .query(Integer.class)
        .optional()
        .map(this::get);
  }

  private StoreKey makeFirst() {
    jdbc.sql("lock table documents.store_key in exclusive mode").update();
    return newest().orElseGet(this::make);
  }

  private StoreKey make() {
    var bytes = new byte[2 * BYTES];
    new SecureRandom().nextBytes(bytes);
    var id =
        jdbc.sql(
                """
                insert into documents.store_key (sealed_key, created_at)
                values (:sealed, :now) returning id
                """)
            .param("sealed", vault.seal(bytes))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single();
    return key(id, bytes);
  }

  private StoreKey open(int id, byte[] sealedKey) {
    try {
      return key(id, vault.open(sealedKey));
    } catch (UnknownMasterKey e) {
      throw new UnknownMasterKey("The kept files cannot be read, their key " + id, e);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class AtStart {

    @Bean
    ApplicationRunner storeKeysCanBeOpened(StoreKeys keys) {
      return arguments -> keys.openAll();
    }
  }

  /** One half seals, the other gives names. */
  private static StoreKey key(int id, byte[] bytes) {
    try {
      var sealing = Arrays.copyOf(bytes, BYTES);
      var naming = Arrays.copyOfRange(bytes, BYTES, 2 * BYTES);
      return new StoreKey(
          id,
          new AesGcmHkdfStreaming(sealing, "HmacSha256", BYTES, PIECE, 0),
          new SecretKeySpec(naming, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key of the store is damaged", e);
    }
  }

  /**
   * @param sealing AES-256-GCM in pieces, each file under a key derived for it alone
   */
  record StoreKey(int id, AesGcmHkdfStreaming sealing, SecretKeySpec naming) {

    /** Equal contents get the same name, yet nobody can tell from it what is kept. */
    String place(String sha256) {
      try {
        var mac = Mac.getInstance(naming.getAlgorithm());
        mac.init(naming);
        return HexFormat.of().formatHex(mac.doFinal(sha256.getBytes(StandardCharsets.US_ASCII)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Every Java has HmacSHA256", e);
      }
    }
  }
}
