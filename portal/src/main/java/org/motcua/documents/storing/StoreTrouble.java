package org.motcua.documents.storing;

import java.io.IOException;
import java.util.Locale;

/** Whether a file cannot be kept for a while through no fault of its sender. */
public final class StoreTrouble {

  /** Java has no type for a full disk; these are the words of the systems we run on. */
  public static boolean isCauseOf(IOException e) {
    if (e instanceof StoreAway) return true;
    var words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("no space left") || words.contains("quota exceeded");
  }

  /** The store is another machine, and that does not answer or does not want to. */
  static final class StoreAway extends IOException {

    private static final long serialVersionUID = 1;

    StoreAway(Throwable cause) {
      super("The store does not answer as it should", cause);
    }
  }

  private StoreTrouble() {}
}
