package org.motcua.documents.resuming;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import org.motcua.documents.storing.PartStore;
import org.motcua.documents.storing.PartStore.StoredPart;

/** Opens each part when the one before is read. */
final class Parts implements Enumeration<InputStream> {

  private final PartStore store;
  private final Iterator<StoredPart> parts;

  static InputStream together(PartStore store, List<StoredPart> parts) {
    return new SequenceInputStream(new Parts(store, parts.iterator()));
  }

  private Parts(PartStore store, Iterator<StoredPart> parts) {
    this.store = store;
    this.parts = parts;
  }

  @Override
  public boolean hasMoreElements() {
    return parts.hasNext();
  }

  @Override
  public InputStream nextElement() {
    try {
      return store.open(parts.next());
    } catch (IOException e) {
      throw new UncheckedIOException("A part of an upload cannot be read", e);
    }
  }
}
