package org.motcua.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The portal's real words, for tests without Spring. */
public final class AllMessages {

  public static Messages messages() {
    try {
      return new Messages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AllMessages() {}
}
