package org.motcua.documents.resuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.AppendingOutcome;
import org.motcua.documents.AppendingOutcome.Appended;
import org.motcua.documents.AppendingOutcome.NoSuchUpload;
import org.motcua.documents.AppendingOutcome.WrongOffset;
import org.motcua.documents.BeginningOutcome.Begun;
import org.motcua.documents.BeginningOutcome.TooMany;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Examined;
import org.motcua.documents.Files;
import org.motcua.documents.UploadId;
import org.motcua.documents.Uploads;
import org.motcua.documents.storing.PartStore;
import org.motcua.testing.AtOnce;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@AutoConfigureMockMvc
class UploadsTests {

  private static final String SUBJECT = "tests:paper";

  @Autowired Uploads uploads;
  @Autowired Documents documents;
  @Autowired RemoveUploads removing;
  @Autowired JdbcUploads rows;
  @Autowired PartStore store;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @Value("${motcua.data-folder}")
  Path data;

  private final UUID owner = UUID.randomUUID();

  @AfterEach
  void resetClock() {
    ((MovableClock) clock).reset();
  }

  @Test
  void partsLieSealedAndBecomeTheWhole() throws IOException {
    var pdf = Files.pdf();
    var id = begun(pdf.length);
    append(id, 0, part(pdf, 0, 100));
    append(id, 100, part(pdf, 100, pdf.length));
    assertThat(java.nio.file.Files.readAllBytes(onDisk(id))).isNotEqualTo(part(pdf, 0, 100));
    var upload = uploads.find(id, owner).orElseThrow();
    assertThat(upload.complete()).isTrue();
    assertThat(uploads.open(upload).content().getInputStream().readAllBytes()).isEqualTo(pdf);
    assertThat(documents.examine(uploads.open(upload))).isInstanceOf(Examined.class);
  }

  @Test
  void ofTwoPartsForTheSamePlaceOneIsCounted() {
    var id = begun(10);
    var start = new CountDownLatch(2);
    var both =
        AtOnce.both(() -> append(id, 0, meeting(start)), () -> append(id, 0, meeting(start)));
    assertThat(both).hasAtLeastOneElementOfType(Appended.class);
    assertThat(both).hasAtLeastOneElementOfType(WrongOffset.class);
    assertThat(uploads.find(id, owner).orElseThrow().received()).isEqualTo(10);
    assertThat(rows.countParts(id)).isEqualTo(1);
  }

  @Test
  void oneIsForgottenAfterADayWithItsParts() {
    var id = begun(100);
    append(id, 0, new byte[50]);
    var file = onDisk(id);
    ((MovableClock) clock).moveTo(clock.instant().plus(Duration.ofHours(23)));
    assertThat(uploads.find(id, owner)).isPresent();
    ((MovableClock) clock).moveTo(clock.instant().plus(Duration.ofHours(2)));
    assertThat(uploads.find(id, owner)).isEmpty();
    assertThat(append(id, 50, new byte[50])).isInstanceOf(NoSuchUpload.class);
    removing.remove(id);
    removing.remove(id);
    assertThat(file).doesNotExist();
    assertThat(rows.countParts(id)).isZero();
  }

  @Test
  void aPartWhoseWriterDiedGoesToo() throws IOException {
    var id = begun(100);
    var part = store.next();
    rows.insertPart(id, 0, 50, part, clock.instant());
    uploads.remove(id, owner);
    removing.remove(id);
    assertThat(rows.countParts(id)).isEqualTo(1);
    ((MovableClock) clock).moveTo(clock.instant().plus(Duration.ofHours(2)));
    removing.remove(id);
    assertThat(rows.countParts(id)).isZero();
  }

  @Test
  void whatWasMadeOfOneIsKnownThoughItsPartsAreGone() {
    var id = begun(10);
    append(id, 0, new byte[10]);
    var file = onDisk(id);
    var document = DocumentId.next();
    assertThat(uploads.finish(id, document)).isTrue();
    assertThat(uploads.finish(id, DocumentId.next())).isFalse();
    await().atMost(Duration.ofSeconds(20)).until(() -> !java.nio.file.Files.exists(file));
    assertThat(uploads.find(id, owner).orElseThrow().document()).isEqualTo(document);
    assertThat(uploads.list(owner, SUBJECT)).isEmpty();
  }

  @Test
  void nobodyHasMoreThanTwoHundredMegabytesOnTheWay() {
    for (var i = 0; i < 10; i++) begun(20 << 20);
    assertThat(uploads.begin(owner, SUBJECT, "a.pdf", 1, null)).isInstanceOf(TooMany.class);
    assertThat(uploads.begin(UUID.randomUUID(), SUBJECT, "a.pdf", 1, null))
        .isInstanceOf(Begun.class);
  }

  private UploadId begun(long size) {
    return switch (uploads.begin(owner, SUBJECT, "a.pdf", size, null)) {
      case Begun(var upload) -> upload.id();
      default -> throw new AssertionError("Not begun");
    };
  }

  private AppendingOutcome append(UploadId id, long offset, byte[] part) {
    return append(id, offset, new ByteArrayInputStream(part));
  }

  private AppendingOutcome append(UploadId id, long offset, InputStream part) {
    return uploads.append(id, owner, offset, part, null);
  }

  private static byte[] part(byte[] whole, int from, int to) {
    return java.util.Arrays.copyOfRange(whole, from, to);
  }

  /** Ten bytes that end when the other part has begun, too. */
  private static InputStream meeting(CountDownLatch start) {
    return new ByteArrayInputStream(new byte[10]) {
      @Override
      public synchronized int read(byte[] bytes, int offset, int length) {
        start.countDown();
        try {
          start.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return super.read(bytes, offset, length);
      }
    };
  }

  private Path onDisk(UploadId id) {
    var place =
        jdbc.sql(
                "select place from documents.upload_part where upload = :id order by begins_at"
                    + " limit 1")
            .param("id", id.value())
            .query(String.class)
            .single();
    return data.resolve("documents")
        .resolve(place.substring(0, 2))
        .resolve(place.substring(2, 4))
        .resolve(place);
  }
}
