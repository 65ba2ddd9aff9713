package org.motcua.simulators.outside.phones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motcua.simulators.outside.Journal;
import org.motcua.simulators.outside.phones.Phones.Receipt;
import tools.jackson.databind.json.JsonMapper;

class PhonesTest {

  private static final PhoneNumber MAI = PhoneNumber.parse("0912000001");
  private static final PhoneNumber HUNG = PhoneNumber.parse("0912000002");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("messages.jsonl");
  }

  @Test
  void aMessageSentTwiceArrivesOnce() {
    var phones = phones(100);
    assertThat(phones.receive("a", MAI, "Mã của bạn: 123456")).isEqualTo(Receipt.NEW);
    assertThat(phones.receive("a", MAI, "Mã của bạn: 123456")).isEqualTo(Receipt.KNOWN);
    assertThat(phones.messagesOf(MAI)).hasSize(1);
  }

  @Test
  void anIdCannotCarryAnotherMessage() {
    var phones = phones(100);
    phones.receive("a", MAI, "một");
    assertThat(phones.receive("a", MAI, "hai")).isEqualTo(Receipt.OTHER_MESSAGE_WITH_THIS_ID);
    assertThat(phones.messagesOf(MAI)).extracting(TextMessage::text).containsExactly("một");
  }

  @Test
  void theNewestMessageIsFirst() {
    var phones = phones(100);
    phones.receive("a", MAI, "một");
    phones.receive("b", MAI, "hai");
    assertThat(phones.messagesOf(MAI)).extracting(TextMessage::text).containsExactly("hai", "một");
  }

  @Test
  void messagesAreThereAfterARestart() {
    phones(100).receive("a", MAI, "Đã nhận hồ sơ\ncủa bạn");
    var again = phones(100);
    assertThat(again.messagesOf(MAI))
        .extracting(TextMessage::text)
        .containsExactly("Đã nhận hồ sơ\ncủa bạn");
    assertThat(again.receive("a", MAI, "Đã nhận hồ sơ\ncủa bạn")).isEqualTo(Receipt.KNOWN);
  }

  @Test
  void aLineCutShortByAKilledProcessIsLeftOut() throws IOException {
    phones(100).receive("a", MAI, "một");
    Files.write(file, new byte[] {'{', '"', 't', (byte) 0xC4}, StandardOpenOption.APPEND);
    var again = phones(100);
    again.receive("b", MAI, "hai");
    assertThat(phones(100).messagesOf(MAI))
        .extracting(TextMessage::text)
        .containsExactly("hai", "một");
  }

  @Test
  void theOldestMessagesMakeRoomInMemoryAndInTheFile() throws IOException {
    var phones = phones(10);
    phones.receive("first", HUNG, "cũ nhất");
    for (var i = 0; i < 95; i++) phones.receive("m" + i, MAI, "tin " + i);
    assertThat(phones.messagesOf(HUNG)).isEmpty();
    assertThat(phones.messagesOf(MAI)).hasSize(10).first().extracting("text").isEqualTo("tin 94");
    assertThat(phones.count()).isEqualTo(1);
    assertThat(Files.readAllLines(file)).hasSizeLessThan(20);
    assertThat(phones(10).messagesOf(MAI)).hasSize(10);
  }

  private Phones phones(int kept) {
    return new Phones(
        new Journal<>(file, TextMessage.class, JsonMapper.builder().build()),
        Clock.systemUTC(),
        kept);
  }
}
