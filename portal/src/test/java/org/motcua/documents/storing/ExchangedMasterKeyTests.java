package org.motcua.documents.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.StoredDocument;
import org.motcua.platform.secrets.UnknownMasterKey;
import org.motcua.platform.secrets.Vaults;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What was kept before the master key was exchanged, at a node that begins with the new one. */
@SpringBootTest
@AutoConfigureMockMvc
class ExchangedMasterKeyTests {

  private static final String NEW_KEY = Vaults.key(7);
  private static final String WORDS = "kept before the key was exchanged";

  @Autowired Documents documents;
  @Autowired BlobStore blobs;
  @Autowired Intake intake;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Value("${motcua.data-folder}")
  Path data;

  private String formerKey = "";
  private StoredDocument document;

  @BeforeEach
  void aFileIsKept() throws IOException {
    formerKey = Files.readString(data.resolve("keys/master.key"));
    var content = (WORDS + " " + DocumentId.next()).getBytes(StandardCharsets.UTF_8);
    document = documents.keep(content, "a.txt", "text/plain");
  }

  @Test
  void whereTheFormerKeyIsNamedFilesStayReadableAndNewOnesAreKeptUnderTheSameStoreKey()
      throws IOException {
    var keys = keysOfNode(NEW_KEY, formerKey);
    keys.openAll();
    assertThat(read(keys)).startsWith(WORDS);
    assertThat(keys.inUse().place(document.sha256())).isEqualTo(place());
  }

  @Test
  void whereNobodyNamesItTheNodeSaysSoBeforeItServesAnybody() {
    var keys = keysOfNode(NEW_KEY);
    assertThatThrownBy(keys::openAll)
        .isInstanceOf(UnknownMasterKey.class)
        .hasMessageContaining("The kept files cannot be read")
        .hasMessageContaining("master key that is not known");
    assertThatThrownBy(keys::inUse).isInstanceOf(UnknownMasterKey.class);
    assertThatThrownBy(() -> read(keys)).isInstanceOf(UnknownMasterKey.class);
  }

  @Test
  void noNewStoreKeyIsMadeBesideOneThatCannotBeOpened() {
    var before = storeKeys();
    assertThatThrownBy(keysOfNode(NEW_KEY)::inUse).isInstanceOf(UnknownMasterKey.class);
    assertThat(storeKeys()).isEqualTo(before);
  }

  private StoreKeys keysOfNode(String key, String... formerKeys) {
    return new StoreKeys(jdbc, Vaults.of(key, formerKeys), Clock.systemUTC(), transactions);
  }

  private String read(StoreKeys keys) throws IOException {
    var keyId =
        jdbc.sql("select key_id from documents.content where sha256 = :sha256")
            .param("sha256", document.sha256())
            .query(Integer.class)
            .single();
    try (var opened = new SealedBlobs(blobs, keys, intake).open(place(), keyId)) {
      return new String(opened.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String place() {
    return jdbc.sql("select place from documents.content where sha256 = :sha256")
        .param("sha256", document.sha256())
        .query(String.class)
        .single();
  }

  private int storeKeys() {
    return jdbc.sql("select count(*) from documents.store_key").query(Integer.class).single();
  }
}
