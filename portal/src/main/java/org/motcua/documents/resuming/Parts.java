package org.motcua.documents.resuming;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.storing.PartStore;
import org.motcua.documents.storing.PartStore.StoredPart;

/** All parts as one; each is opened when the one before is read. */
final class Parts extends InputStream {

  private final PartStore store;
  private final Iterator<StoredPart> next;
  private @Nullable InputStream open;

  Parts(PartStore store, List<StoredPart> parts) {
    this.store = store;
    this.next = parts.iterator();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (open != null || next.hasNext()) {
      if (open == null) open = store.open(next.next());
      var read = open.read(bytes, offset, length);
      if (read >= 0) return read;
      close();
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    if (open != null) open.close();
    open = null;
  }
}
