package org.motcua.platform.sms;

import java.util.HashMap;
import java.util.Map;

/**
 * The default alphabet of phones (3GPP TS 23.038, 6.2.1), one octet a sign as SMPP carries it.
 * Signs of the extension take two.
 */
final class GsmAlphabet {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final byte ESCAPE = 0x1b;
  private static final Map<Character, byte[]> OCTETS = octets();

  private static Map<Character, byte[]> octets() {
    var octets = new HashMap<Character, byte[]>();
    for (var at = 0; at < BASIC.length(); at++) {
      if (at != ESCAPE) octets.put(BASIC.charAt(at), new byte[] {(byte) at});
    }
    Map.of(
            '\f', 0x0a, '^', 0x14, '{', 0x28, '}', 0x29, '\\', 0x2f, '[', 0x3c, '~', 0x3d, ']',
            0x3e, '|', 0x40, '€', 0x65)
        .forEach((sign, octet) -> octets.put(sign, new byte[] {ESCAPE, octet.byteValue()}));
    return Map.copyOf(octets);
  }

  static boolean hasAll(String text) {
    return text.chars().allMatch(sign -> OCTETS.containsKey((char) sign));
  }

  static byte[] octetsOf(char sign) {
    var octets = OCTETS.get(sign);
    if (octets == null) throw new IllegalArgumentException("No sign of the alphabet: " + sign);
    return octets;
  }

  private GsmAlphabet() {}
}
