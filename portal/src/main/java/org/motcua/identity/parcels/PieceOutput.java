package org.motcua.identity.parcels;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;

/**
 * Puts what is written to it into the database piece by piece: no parcel is ever whole in memory.
 */
final class PieceOutput extends OutputStream {

  private static final int PIECE = 512 * 1024;

  private final Parcels parcels;
  private final UUID id;
  private final byte[] buffer = new byte[PIECE];
  private int filled;
  private int pieces;
  private long bytes;

  PieceOutput(Parcels parcels, UUID id) {
    this.parcels = parcels;
    this.id = id;
  }

  @Override
  public void write(int value) {
    buffer[filled++] = (byte) value;
    if (filled == PIECE) keep();
  }

  @Override
  public void write(byte[] source, int from, int length) {
    for (var at = 0; at < length; ) {
      var some = Math.min(PIECE - filled, length - at);
      System.arraycopy(source, from + at, buffer, filled, some);
      filled += some;
      at += some;
      if (filled == PIECE) keep();
    }
  }

  /** The last piece; not on every flush, which would make small ones. */
  @Override
  public void close() {
    if (filled > 0) keep();
  }

  long bytes() {
    return bytes;
  }

  private void keep() {
    parcels.addPiece(id, pieces++, Arrays.copyOf(buffer, filled));
    bytes += filled;
    filled = 0;
  }
}
