package org.motcua.documents.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motcua.documents.storing.S3BlobStore.S3Settings;
import org.motcua.documents.storing.StoreKeys.StoreKey;
import org.motcua.documents.storing.StoreTrouble.StoreAway;
import org.motcua.testing.S3Server;

class S3StoreTests {

  private static final String PLACE = "ab12" + "0".repeat(60);

  private static S3Server server;

  @TempDir Path folder;

  @BeforeAll
  static void startServer() {
    server = S3Server.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void whatIsPutInComesOutUntilItIsRemoved() throws IOException {
    try (var store = store(server.endpoint(), S3Server.BUCKET)) {
      assertThat(store.trouble()).isEmpty();
      store.put(PLACE, file("one"));
      store.put(PLACE, file("one"));
      try (var content = store.open(PLACE)) {
        assertThat(content).hasContent("one");
      }
      store.remove(PLACE);
      store.remove(PLACE);
      assertThatThrownBy(() -> store.open(PLACE)).isInstanceOf(NoSuchFileException.class);
    }
  }

  @Test
  void twentyMegabytesGoUpSealedAndComeDownAsTheyWere() throws Exception {
    var content = new byte[20 << 20];
    new Random(7).nextBytes(content);
    var key =
        new StoreKey(
            1,
            new AesGcmHkdfStreaming(new byte[32], "HmacSha256", 32, 64 * 1024, 0),
            new SecretKeySpec(new byte[32], "HmacSHA256"));
    try (var store = store(server.endpoint(), S3Server.BUCKET)) {
      var blobs = new SealedBlobs(store, id -> key, new Intake(folder));
      var plain = Files.write(folder.resolve("plain"), content);
      blobs.put(PLACE, key, plain);
      try (var back = blobs.open(PLACE, key.id())) {
        assertThat(back.readAllBytes()).isEqualTo(content);
      }
      try (var raw = store.open(PLACE)) {
        assertThat(raw.readNBytes(100)).isNotEqualTo(java.util.Arrays.copyOf(content, 100));
      }
    }
  }

  @Test
  void aStoreThatIsAwayIsTroubleThatPasses() throws IOException {
    var elsewhere = "http://localhost:1";
    try (var away = store(elsewhere, S3Server.BUCKET)) {
      assertThatThrownBy(() -> away.put(PLACE, file("one")))
          .isInstanceOfSatisfying(
              StoreAway.class, e -> assertThat(StoreTrouble.isCauseOf(e)).isTrue());
      assertThat(Storage.health(away).getStatus().getCode()).isEqualTo("DEGRADED");
    }
    try (var none = store(server.endpoint(), "no-such-bucket")) {
      assertThat(none.trouble()).isNotEmpty();
    }
  }

  @Test
  void settingsThatAreNotWholeAreToldAtTheStart() {
    assertThatThrownBy(() -> new S3Settings(server.endpoint(), "", "us-east-1", "a", "b"))
        .hasMessageContaining("bucket");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "file", null), content);
  }

  private static S3BlobStore store(String endpoint, String bucket) {
    return new S3BlobStore(new S3Settings(endpoint, bucket, "us-east-1", "key", "secret"));
  }
}
