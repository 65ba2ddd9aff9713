package org.motcua.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motcua.documents.StoringOutcome.Reason;
import org.motcua.documents.StoringOutcome.Refused;
import org.motcua.documents.StoringOutcome.Stored;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@AutoConfigureMockMvc
class UploadTests {

  @Autowired Documents documents;
  @Autowired Messages messages;
  @Autowired JdbcClient jdbc;

  @Value("${motcua.data-folder}")
  Path data;

  @Test
  void whatIsAcceptedIsKeptAsItWasSent() throws IOException {
    var stored = stored("giấy chứng sinh.pdf", Files.pdf());
    assertThat(stored.name()).isEqualTo("giấy chứng sinh.pdf");
    assertThat(stored.mediaType()).isEqualTo("application/pdf");
    assertThat(documents.get(stored.id())).isEqualTo(stored);

    var picture = Files.jpeg();
    var kept = stored("ảnh.JPG", picture);
    assertThat(kept.name()).isEqualTo("ảnh.JPG");
    assertThat(kept.picture()).isTrue();
    assertThat(documents.open(kept.id()).getContentAsByteArray()).isEqualTo(picture);
    assertThat(stored("a.png", Files.png()).mediaType()).isEqualTo("image/png");
  }

  @Test
  void equalContentsAreKeptOnce() throws IOException {
    var once = stored("một.png", Files.png());
    var again = stored("hai.png", Files.png());
    assertThat(again.id()).isNotEqualTo(once.id());
    assertThat(again.sha256()).isEqualTo(once.sha256());
    assertThat(places(once.sha256())).hasSize(1);
  }

  @Test
  void aContentGoesWithTheLastDocumentThatHasIt() {
    var content = Files.pdf();
    var one = stored("một.pdf", content);
    var other = stored("hai.pdf", content);
    documents.remove(one.id());
    documents.remove(one.id());
    assertThat(documents.find(one.id())).isEmpty();
    assertThat(documents.open(other.id()).exists()).isTrue();
    var file = documents.open(other.id());
    documents.remove(other.id());
    await().atMost(Duration.ofSeconds(20)).until(() -> !file.exists());
  }

  @Test
  void aPictureUnderAnotherPicturesNameIsKeptUnderTheRightOne() {
    assertThat(stored("ảnh thẻ.jpg", Files.png()).name()).isEqualTo("ảnh thẻ.png");
  }

  @Test
  void aNameIsMadeHarmless() {
    assertThat(stored("C:\\Users\\mai\\..\\..\\đơn\u0000\u202Egpj.pdf", Files.pdf()).name())
        .isEqualTo("đơngpj.pdf");
    assertThat(stored("../../etc/passwd", Files.pdf()).name()).isEqualTo("passwd.pdf");
    assertThat(stored("", Files.pdf()).name()).isEqualTo("tai-lieu.pdf");
    assertThat(stored("a\u2066\u200Bb\u2028c\tq\u0007.pdf", Files.pdf()).name())
        .isEqualTo("ab cq.pdf");
    assertThat(stored("con.pdf", Files.pdf()).name()).isEqualTo("tai-lieu-con.pdf");
    assertThat(stored("giấy.pdf.exe", Files.pdf()).name()).isEqualTo("giấy.pdf.pdf");
    assertThat(stored("ư".repeat(500) + ".pdf", Files.pdf()).name()).hasSize(124);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(refused("a.pdf", new byte[0])).isEqualTo(Reason.EMPTY);
  }

  @Test
  void aFileOverTheLimitIsRefusedWhateverSizeItSays() {
    var large = Files.join(Files.pdf(), new byte[21 << 20]);
    assertThat(refused("a.pdf", large)).isEqualTo(Reason.TOO_LARGE);
    InputStreamSource content = () -> new java.io.ByteArrayInputStream(large);
    assertThat(documents.store(new Upload("a.pdf", null, content, 10)))
        .isEqualTo(new Refused(Reason.TOO_LARGE, List.of(20L)));
  }

  @Test
  void aFileThatIsNotWhatItSaysIsRefused() {
    assertThat(refused("giấy.pdf", Files.webPage())).isEqualTo(Reason.NOT_WHAT_IT_SAYS);
    assertThat(refused("ảnh.png", Files.archive())).isEqualTo(Reason.NOT_WHAT_IT_SAYS);
    assertThat(refused("giấy.pdf", Files.pdfThatIsAlsoAnArchive()))
        .isEqualTo(Reason.NOT_WHAT_IT_SAYS);
    assertThat(refused("giấy.pdf", Files.pdfWithAnArchiveInside()))
        .isEqualTo(Reason.NOT_WHAT_IT_SAYS);
    assertThat(refused("ảnh.jpg", Files.join(Files.jpeg(), Files.archive())))
        .isEqualTo(Reason.NOT_WHAT_IT_SAYS);
    assertThat(refused("giấy.pdf", Files.join(Files.webPage(), Files.pdf())))
        .isEqualTo(Reason.NOT_WHAT_IT_SAYS);
  }

  @Test
  void otherKindsOfFilesAreRefused() {
    assertThat(refused("a.zip", Files.archive())).isEqualTo(Reason.TYPE_NOT_ACCEPTED);
    assertThat(refused("a.html", Files.webPage())).isEqualTo(Reason.TYPE_NOT_ACCEPTED);
  }

  @Test
  void aTelephonesOwnPictureFormatHasItsOwnHelp() {
    assertThat(refused("IMG_0001.HEIC", Files.heic())).isEqualTo(Reason.HEIC);
    assertThat(refused("IMG_0001.jpg", Files.heic())).isEqualTo(Reason.HEIC);
  }

  @Test
  void aLockedPdfIsRefused() {
    assertThat(refused("a.pdf", Files.encryptedPdf())).isEqualTo(Reason.ENCRYPTED);
  }

  @Test
  void aPdfThatActsByItselfIsRefused() {
    assertThat(refused("a.pdf", Files.pdfWithJavaScript())).isEqualTo(Reason.ACTIVE_CONTENT);
    assertThat(refused("a.pdf", Files.pdfThatLaunchesAProgram())).isEqualTo(Reason.ACTIVE_CONTENT);
  }

  @Test
  void aFileThatBlowsUpWhenOpenedIsRefused() {
    assertThat(refused("a.png", Files.pngBomb())).isEqualTo(Reason.TOO_BIG_TO_OPEN);
    assertThat(refused("a.pdf", Files.pdfBomb())).isEqualTo(Reason.TOO_BIG_TO_OPEN);
  }

  @Test
  void aPdfOfPagesWithoutEndIsRefused() {
    assertThat(documents.store(Files.upload("a.pdf", Files.pdfOfManyPages())))
        .isEqualTo(new Refused(Reason.TOO_MANY_PAGES, List.of(2_000)));
  }

  @Test
  void aFileCutShortIsRefused() {
    var half = Files.jpeg();
    assertThat(refused("a.jpg", Arrays.copyOf(half, half.length / 2))).isEqualTo(Reason.DAMAGED);
    var header = Files.bytes("%PDF-1.7\n%%EOF\n");
    assertThat(refused("a.pdf", header)).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void aRefusedOrBrokenOffUploadLeavesNothingBehind() {
    refused("a.pdf", Files.webPage());
    InputStreamSource broken =
        () -> {
          throw new IOException("Connection reset");
        };
    try {
      documents.store(new Upload("a.pdf", null, broken, 10));
    } catch (java.io.UncheckedIOException expected) {
      assertThat(expected).hasRootCauseMessage("Connection reset");
    }
    assertThat(data.resolve("documents/arriving")).isEmptyDirectory();
  }

  @Test
  void aFullDiskIsToldAsSuch() {
    InputStreamSource full =
        () -> {
          throw new IOException("No space left on device");
        };
    assertThat(documents.store(new Upload("a.pdf", null, full, 10)))
        .isEqualTo(new Refused(Reason.NO_SPACE, List.of()));
  }

  @Test
  void theSameFileSentTwiceAtOnceIsKeptOnce() throws Exception {
    var content = Files.join(Files.jpeg(), Files.bytes(DocumentId.next().toString()));
    var start = new CountDownLatch(1);
    try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      var senders =
          java.util.stream.IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return stored("a.jpg", content).sha256();
                          }))
              .toList();
      start.countDown();
      var first = senders.getFirst().get();
      for (var sender : senders) assertThat(sender.get()).isEqualTo(first);
    }
    assertThat(data.resolve("documents/arriving")).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalHasWordsInBothLanguages(Reason reason) {
    for (var language : Language.values()) {
      assertThat(messages.has(language, reason.messageKey())).isTrue();
    }
  }

  private List<Path> places(String sha256) throws IOException {
    var place =
        jdbc.sql("select place from documents.content where sha256 = :sha256")
            .param("sha256", sha256)
            .query(String.class)
            .single();
    try (var files = java.nio.file.Files.walk(data.resolve("documents"))) {
      return files.filter(file -> file.getFileName().toString().equals(place)).toList();
    }
  }

  private StoredDocument stored(String name, byte[] content) {
    return switch (documents.store(Files.upload(name, content))) {
      case Stored(var document) -> document;
      case Refused refused -> throw new AssertionError("Refused: " + refused.reason());
    };
  }

  private Reason refused(String name, byte[] content) {
    return switch (documents.store(Files.upload(name, content))) {
      case Stored stored -> throw new AssertionError("Kept: " + stored.document());
      case Refused refused -> refused.reason();
    };
  }
}
