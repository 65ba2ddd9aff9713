package org.motcua.documents.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Examined;
import org.motcua.documents.StoredDocument;
import org.motcua.testing.AtOnce;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What lies in the store, and what becomes of it when something breaks off. */
@SpringBootTest
@AutoConfigureMockMvc
class StoreTests {

  @Autowired Documents documents;
  @Autowired SealContents sealing;
  @Autowired ClearStore clearing;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Value("${motcua.data-folder}")
  Path data;

  @Test
  void contentsLieSealedUnderNamesThatTellNothing() throws IOException {
    var document = kept("Nguyễn Thị Mai, 022190001234");
    var file = onDisk(document);
    assertThat(file.getFileName().toString()).isNotEqualTo(document.sha256());
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
        .doesNotContain("Mai", "022190001234");
    assertThat(read(document)).isEqualTo("Nguyễn Thị Mai, 022190001234");
  }

  @Test
  void aFileThatWasChangedOrExchangedDoesNotOpen() throws IOException {
    var changed = kept("one " + DocumentId.next());
    var bytes = Files.readAllBytes(onDisk(changed));
    bytes[bytes.length - 1] ^= 1;
    Files.write(onDisk(changed), bytes);
    assertThatThrownBy(() -> read(changed)).isInstanceOf(IOException.class);

    var other = kept("other " + DocumentId.next());
    var exchanged = kept("exchanged " + DocumentId.next());
    Files.write(onDisk(exchanged), Files.readAllBytes(onDisk(other)));
    assertThatThrownBy(() -> read(exchanged)).isInstanceOf(IOException.class);
  }

  @Test
  void whatWasKeptInClearIsReadAndThenSealed() throws IOException {
    var document = kept("kept long ago " + DocumentId.next());
    var clear = data.resolve("documents/" + folders(document.sha256()) + document.sha256());
    Files.createDirectories(clear.getParent());
    Files.writeString(clear, read(document));
    Files.delete(onDisk(document));
    jdbc.sql("update documents.content set place = sha256, key_id = null where sha256 = :sha256")
        .param("sha256", document.sha256())
        .update();
    assertThat(read(document)).startsWith("kept long ago");

    sealing.sealAll();
    sealing.sealAll();
    assertThat(onDisk(document)).isNotEqualTo(clear).exists();
    assertThat(read(document)).startsWith("kept long ago");
    await().atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(clear));
  }

  @Test
  void aDocumentOfANodeOfTheVersionBeforeIsReadAndSealed() throws IOException {
    var document = kept("by an older node " + DocumentId.next());
    var clear = data.resolve("documents/" + folders(document.sha256()) + document.sha256());
    Files.createDirectories(clear.getParent());
    Files.writeString(clear, read(document));
    jdbc.sql("delete from documents.content where sha256 = :sha256")
        .param("sha256", document.sha256())
        .update();
    assertThat(read(document)).startsWith("by an older node");
    sealing.sealAll();
    assertThat(onDisk(document)).isNotEqualTo(clear);
    assertThat(read(document)).startsWith("by an older node");
  }

  @Test
  void whatNobodyCameForGoesWithItsHold() throws IOException {
    var waiting = examined();
    var file = onDisk(waiting.sha256());
    clearing.clear();
    assertThat(file).exists();
    jdbc.sql("update documents.hold set held_until = now() - interval '1 minute' where id = :id")
        .param("id", waiting.hold())
        .update();
    clearing.clear();
    await().atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(file));
    assertThatThrownBy(() -> documents.store(waiting)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsHeldStaysWhenItsLastDocumentGoes() throws IOException {
    var waiting = examined();
    var first = transaction.execute(status -> documents.store(waiting));
    var again = held(content(first));
    documents.remove(first.id());
    var document = documents.store(again);
    assertThat(read(document)).startsWith("%PDF");
  }

  @Test
  void aTransactionThatIsRolledBackLeavesNoDocument() {
    var waiting = examined();
    var lost =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              return documents.store(waiting);
            });
    assertThat(documents.find(lost.id())).isEmpty();
    assertThat(documents.find(documents.store(waiting).id())).isPresent();
  }

  @Test
  void whatAProcessThatDiedWasWritingIsRemoved() throws IOException {
    var left = Files.createTempFile(data.resolve("documents/arriving"), "arriving", null);
    clearing.clear();
    assertThat(left).exists();
    Files.setLastModifiedTime(
        left, java.nio.file.attribute.FileTime.from(java.time.Instant.now().minusSeconds(100_000)));
    clearing.clear();
    assertThat(left).doesNotExist();
  }

  @Test
  void aContentWhoseWriterDiedHalfWayIsWrittenByTheNext() throws IOException {
    var waiting = examined();
    Files.delete(onDisk(waiting.sha256()));
    jdbc.sql("update documents.content set kept = false where sha256 = :sha256")
        .param("sha256", waiting.sha256())
        .update();
    var content = "%PDF";
    assertThatThrownBy(() -> read(documents.store(waiting))).isInstanceOf(IOException.class);
    assertThat(read(documents.store(held(pdf)))).startsWith(content);
  }

  @Test
  void twoEqualOnesAtOnceAreKeptOnceAndOneGoingLeavesTheOther() throws IOException {
    var content = "two at once " + DocumentId.next();
    var both = AtOnce.both(() -> kept(content), () -> kept(content));
    AtOnce.both(
        () -> {
          documents.remove(both.getFirst().id());
          return true;
        },
        () -> kept(content));
    assertThat(read(both.getLast())).isEqualTo(content);
    assertThat(onDisk(both.getLast())).exists();
  }

  @Test
  void twentyMegabytesGoThroughAHeapOfSixteen() throws Exception {
    var java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.motcua.documents.storing.SealInSmallHeap",
                data.toString())
            .redirectErrorStream(true)
            .start();
    var words = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(words).endsWith("20971520 bytes came back\n");
  }

  private byte[] pdf = new byte[0];

  private Examined examined() {
    pdf =
        org.motcua.documents.Files.join(
            org.motcua.documents.Files.pdf(),
            ("\n" + DocumentId.next() + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
    return held(pdf);
  }

  private Examined held(byte[] content) {
    return switch (documents.examine(org.motcua.documents.Files.upload("a.pdf", content))) {
      case Examined file -> file;
      case org.motcua.documents.StoringOutcome.Refused refused ->
          throw new AssertionError("Refused: " + refused.reason());
    };
  }

  private StoredDocument kept(String content) {
    return documents.keep(content.getBytes(StandardCharsets.UTF_8), "a.txt", "text/plain");
  }

  private byte[] content(StoredDocument document) throws IOException {
    return documents.open(document.id()).getContentAsByteArray();
  }

  private String read(StoredDocument document) throws IOException {
    return new String(content(document), StandardCharsets.UTF_8);
  }

  private Path onDisk(StoredDocument document) {
    return onDisk(document.sha256());
  }

  private Path onDisk(String sha256) {
    var place =
        jdbc.sql("select place from documents.content where sha256 = :sha256")
            .param("sha256", sha256)
            .query(String.class)
            .single();
    return data.resolve("documents/" + folders(place) + place);
  }

  private static String folders(String place) {
    return place.substring(0, 2) + "/" + place.substring(2, 4) + "/";
  }
}
