package org.motcua.documents.printing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Cuts a font down to Latin letters with all Vietnamese marks, punctuation and symbols, once at
 * start. Every paper parses its fonts anew: a quarter of the glyphs, and no tables of ligatures to
 * search for each word, make printing several times faster.
 */
final class LatinFont {

  static byte[] of(byte[] whole) {
    try (var font = new TTFParser().parse(new RandomAccessReadBuffer(whole))) {
      var subset = new TTFSubsetter(font);
      characters().forEach(subset::add);
      var bytes = new ByteArrayOutputStream(whole.length / 2);
      subset.writeToStream(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IntStream characters() {
    return Stream.of(
            IntStream.rangeClosed(0x20, 0x24F), // Latin, with đ, ơ and ư
            IntStream.rangeClosed(0x2B0, 0x36F), // marks that stand alone or combine
            IntStream.rangeClosed(0x1E00, 0x1EFF), // letters with two marks, such as ế
            IntStream.rangeClosed(0x2000, 0x206F), // dashes, quotes, dots
            IntStream.rangeClosed(0x20A0, 0x20CF), // currencies, with ₫
            IntStream.rangeClosed(0x2100, 0x22FF), // №, arrows, signs of mathematics
            IntStream.rangeClosed(0x2500, 0x26FF)) // lines, boxes, ticks
        .flatMapToInt(range -> range);
  }

  private LatinFont() {}
}
