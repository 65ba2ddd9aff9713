package org.motcua.simulators.outside.phones;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jsmpp.bean.SubmitSm;

/**
 * What came in one piece: a whole text, or a part of one that is headed by where it belongs (3GPP
 * TS 23.040, 9.2.3.24.1).
 */
record TextPiece(String text, int reference, int pieces, int number) {

  private static final byte UCS2 = 8;
  private static final int HEADER = 6;
  private static final char ESCAPE = '\u001b';
  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final Map<Integer, Character> GSM_EXTENSION =
      Map.of(
          0x0a, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2f, '\\', 0x3c, '[', 0x3d, '~', 0x3e, ']',
          0x40, '|', 0x65, '€');

  static TextPiece of(SubmitSm sent) {
    var octets = sent.getShortMessage();
    if (!sent.isUdhi()) return new TextPiece(text(octets, sent.getDataCoding()), 0, 1, 1);
    var words = Arrays.copyOfRange(octets, HEADER, octets.length);
    return new TextPiece(
        text(words, sent.getDataCoding()), octets[3] & 0xff, octets[4] & 0xff, octets[5] & 0xff);
  }

  private static String text(byte[] octets, byte coding) {
    return coding == UCS2 ? new String(octets, StandardCharsets.UTF_16BE) : gsm(octets);
  }

  private static String gsm(byte[] octets) {
    var text = new StringBuilder();
    for (var at = 0; at < octets.length; at++) {
      var sign = GSM.charAt(octets[at] & 0x7f);
      if (sign != ESCAPE) text.append(sign);
      else if (++at < octets.length) text.append(GSM_EXTENSION.getOrDefault((int) octets[at], ' '));
    }
    return text.toString();
  }
}
