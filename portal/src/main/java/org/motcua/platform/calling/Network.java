package org.motcua.platform.calling;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * A range of addresses, of IPv4 or of IPv6 and never of both.
 *
 * @param length of an address, in bytes
 * @param bits how many of them all addresses begin with
 */
record Network(int length, int bits, BigInteger beginning) {

  /**
   * @param range such as {@code 10.20.0.0/16}
   */
  static Network of(String range) {
    var parts = range.split("/", 2);
    if (parts.length < 2 || !parts[1].matches("\\d{1,3}")) throw notOne(range);
    var address = InetAddress.ofLiteral(parts[0]).getAddress();
    var bits = Integer.parseInt(parts[1]);
    if (bits > address.length * Byte.SIZE) throw notOne(range);
    return new Network(address.length, bits, beginning(address, bits));
  }

  private static IllegalArgumentException notOne(String range) {
    return new IllegalArgumentException("Not a network such as 10.20.0.0/16: " + range);
  }

  boolean contains(InetAddress address) {
    var bytes = address.getAddress();
    return bytes.length == length && beginning(bytes, bits).equals(beginning);
  }

  private static BigInteger beginning(byte[] address, int bits) {
    return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
  }
}
