package org.motcua.documents.resuming;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A connection whose breaking is its end: what came before is worth keeping. */
final class UntilItBreaks extends FilterInputStream {

  private boolean broken;

  UntilItBreaks(InputStream content) {
    super(content);
  }

  boolean broken() {
    return broken;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (broken) return -1;
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      broken = true;
      return -1;
    }
  }
}
