package org.motcua.documents.storing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Reads so many bytes; one more is a fault. */
final class AtMost extends FilterInputStream {

  private long left;

  AtMost(InputStream content, long most) {
    super(content);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    var read = super.read();
    if (read >= 0) count(1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    var read = super.read(bytes, offset, length);
    if (read > 0) count(read);
    return read;
  }

  private void count(int read) throws ZipException {
    left -= read;
    if (left < 0) throw new ZipException("Longer than it may be");
  }
}
