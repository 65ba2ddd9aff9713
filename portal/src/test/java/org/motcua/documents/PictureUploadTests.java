package org.motcua.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motcua.documents.StoringOutcome.Reason;
import org.motcua.documents.StoringOutcome.Refused;
import org.motcua.documents.StoringOutcome.Stored;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class PictureUploadTests {

  @Autowired Documents documents;

  @ParameterizedTest
  @CsvSource({
    "1, upper left", "2, upper right", "3, lower right", "4, lower left",
    "5, upper left", "6, upper right", "7, lower right", "8, lower left"
  })
  void aPictureIsTurnedTheWayItWasTaken(int orientation, String corner) {
    var kept = kept("a.jpg", Pictures.taken(Pictures.jpeg(400, 300), orientation));
    var picture = Pictures.read(kept);
    assertThat(picture.getWidth()).isEqualTo(orientation < 5 ? 400 : 300);
    assertThat(picture.getHeight()).isEqualTo(orientation < 5 ? 300 : 400);
    assertThat(Pictures.redCorner(picture)).isEqualTo(corner);
    assertThat(says(kept)).doesNotContain(Pictures.PLACE, "Exif", "film");
  }

  @Test
  void onlyThePlaceIsTakenFromAPictureThatIsUprightAndSmall() {
    var clean = Pictures.jpeg(400, 300);
    assertThat(kept("a.jpg", Pictures.taken(clean, 1))).isEqualTo(clean);
    var drawing = Pictures.png(400, 300);
    assertThat(kept("a.png", Pictures.located(drawing))).isEqualTo(drawing);
  }

  @Test
  void whatHidesBehindAPicturesEndIsCutOff() {
    var hidden = Files.join(Pictures.png(40, 30), Files.webPage());
    assertThat(kept("a.png", hidden)).isEqualTo(Pictures.png(40, 30));
  }

  @Test
  void aLargePictureIsMadeSmaller() {
    var picture = Pictures.read(kept("a.jpg", Pictures.taken(Pictures.jpeg(4000, 2000), 6)));
    assertThat(picture.getWidth()).isEqualTo(1500);
    assertThat(picture.getHeight()).isEqualTo(3000);
    assertThat(Pictures.redCorner(picture)).isEqualTo("upper right");
  }

  @Test
  void aPngStaysOneUnlessItIsHuge() {
    var drawing = stored("a.png", Pictures.png(3600, 1800));
    assertThat(drawing.mediaType()).isEqualTo("image/png");
    assertThat(Pictures.read(content(drawing)).getWidth()).isEqualTo(3000);
    var photograph = stored("ảnh.png", Pictures.noisyPng(1500, 1300));
    assertThat(photograph.mediaType()).isEqualTo("image/jpeg");
    assertThat(photograph.name()).isEqualTo("ảnh.jpg");
    assertThat(photograph.size()).isLessThan(3 << 20);
  }

  @Test
  void theHashIsOfWhatIsKept() {
    var one = stored("a.jpg", Pictures.taken(Pictures.jpeg(400, 300), 1));
    var other = stored("a.jpg", Pictures.jpeg(400, 300));
    assertThat(one.sha256()).isEqualTo(other.sha256());
    assertThat(one.size()).isEqualTo(content(one).length);
  }

  @Test
  void sixtyFourMillionPixelsTakeBoundedMemory() {
    var huge = Pictures.hugePng(8_000, 8_000);
    var before = allocated();
    var picture = Pictures.read(kept("a.png", huge));
    assertThat(picture.getWidth()).isEqualTo(3000);
    assertThat(allocated() - before).isLessThan(300L << 20);
    var more = Pictures.hugePng(8_001, 8_000);
    assertThat(documents.store(Files.upload("a.png", more)))
        .isEqualTo(new Refused(Reason.TOO_BIG_TO_OPEN, java.util.List.of()));
  }

  @Test
  void printersColoursAreTurnedToo() {
    // Four bands as Adobe's programs write them, inverted: full red is no cyan, full magenta …
    var ink = Pictures.read(kept("a.jpg", FourColours.taken(40, 20, 6)));
    assertThat(ink.getWidth()).isEqualTo(20);
    assertThat(Pictures.redCorner(ink)).isEqualTo("upper right");
  }

  /** By this thread, ever. */
  private static long allocated() {
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  private static String says(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  private byte[] kept(String name, byte[] content) {
    return content(stored(name, content));
  }

  private byte[] content(StoredDocument document) {
    try {
      return documents.open(document.id()).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StoredDocument stored(String name, byte[] content) {
    return switch (documents.store(Files.upload(name, content))) {
      case Stored(var document) -> document;
      case Refused refused -> throw new AssertionError("Refused: " + refused.reason());
    };
  }
}
