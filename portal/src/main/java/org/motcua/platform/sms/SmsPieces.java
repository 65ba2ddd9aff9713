package org.motcua.platform.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as it goes over the air: in the phones' own alphabet where that has all its signs, as
 * UCS-2 otherwise, as with nearly all Vietnamese; and in pieces where it is longer than one message
 * (140 octets), each headed by what lets the phone join them (3GPP TS 23.040, 9.2.3.24.1).
 *
 * @param inGsm whether it is in the phones' own alphabet
 * @param all with their headers, if there are several
 */
record SmsPieces(boolean inGsm, List<byte[]> all) {

  private static final int GSM_IN_ONE = 160;
  private static final int GSM_IN_PIECE = 153;
  private static final int UCS2_IN_ONE = 140;
  private static final int UCS2_IN_PIECE = 134;
  private static final int MOST = 255;

  /**
   * @param reference by which a phone knows the pieces that belong together: the same whenever the
   *     same message is sent, so that a piece that comes twice is shown once
   */
  static SmsPieces of(String text, int reference) {
    var inGsm = GsmAlphabet.hasAll(text);
    var signs = inGsm ? gsm(text) : ucs2(text);
    var octets = signs.stream().mapToInt(sign -> sign.length).sum();
    if (octets <= (inGsm ? GSM_IN_ONE : UCS2_IN_ONE)) {
      return new SmsPieces(inGsm, cut(signs, octets));
    }
    var bare = cut(signs, inGsm ? GSM_IN_PIECE : UCS2_IN_PIECE);
    if (bare.size() > MOST) throw new IllegalArgumentException("Too long for an SMS");
    var headed = new ArrayList<byte[]>();
    for (var number = 1; number <= bare.size(); number++) {
      headed.add(headed(bare.get(number - 1), reference, bare.size(), number));
    }
    return new SmsPieces(inGsm, headed);
  }

  boolean joined() {
    return all.size() > 1;
  }

  private static List<byte[]> gsm(String text) {
    return text.chars().mapToObj(sign -> GsmAlphabet.octetsOf((char) sign)).toList();
  }

  /** A sign of two surrogates is one, and not torn apart. */
  private static List<byte[]> ucs2(String text) {
    return text.codePoints()
        .mapToObj(sign -> Character.toString(sign).getBytes(StandardCharsets.UTF_16BE))
        .toList();
  }

  private static List<byte[]> cut(List<byte[]> signs, int most) {
    var pieces = new ArrayList<byte[]>();
    var piece = new ByteArrayOutputStream();
    for (var sign : signs) {
      if (piece.size() + sign.length > most) {
        pieces.add(piece.toByteArray());
        piece.reset();
      }
      piece.writeBytes(sign);
    }
    pieces.add(piece.toByteArray());
    return pieces;
  }

  private static byte[] headed(byte[] piece, int reference, int pieces, int number) {
    var headed = new ByteArrayOutputStream();
    headed.writeBytes(new byte[] {5, 0, 3, (byte) reference, (byte) pieces, (byte) number});
    headed.writeBytes(piece);
    return headed.toByteArray();
  }
}
