package org.motcua.catalogue.exchanging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.exchanging.FileLine.Fault;

class LineReaderTest {

  @Test
  void linesEndWithTheFileToo() throws IOException {
    assertThat(lines("một\r\n\nhai".getBytes(UTF_8)))
        .containsExactly(
            new FileLine(1, 7, "một\r", Fault.NONE),
            new FileLine(2, 8, "", Fault.NONE),
            new FileLine(3, 11, "hai", Fault.NONE));
  }

  @Test
  void aMarkAtTheBeginningIsNoText() throws IOException {
    assertThat(lines("\uFEFF{}\n\uFEFF{}".getBytes(UTF_8)))
        .extracting(FileLine::text)
        .containsExactly("{}", "\uFEFF{}");
  }

  @Test
  void aLongLineIsSkippedAndTheNextOneRead() throws IOException {
    assertThat(lines(("x".repeat(11) + "\n" + "y".repeat(10)).getBytes(UTF_8)))
        .containsExactly(
            new FileLine(1, 12, null, Fault.TOO_LONG),
            new FileLine(2, 22, "yyyyyyyyyy", Fault.NONE));
  }

  @Test
  void otherEncodingsAreTold() throws IOException {
    assertThat(lines("caf\u00e9\nok".getBytes(ISO_8859_1)))
        .extracting(FileLine::fault)
        .containsExactly(Fault.NOT_UTF8, Fault.NONE);
    assertThat(lines("{a}\n{b}".getBytes(UTF_16LE)))
        .extracting(FileLine::fault)
        .containsOnly(Fault.UTF16);
  }

  private static List<FileLine> lines(byte[] file) throws IOException {
    var reader = new LineReader(new ByteArrayInputStream(file), 0, 0, 10);
    var lines = new ArrayList<FileLine>();
    for (var line = reader.next(); line.isPresent(); line = reader.next()) lines.add(line.get());
    return lines;
  }
}
