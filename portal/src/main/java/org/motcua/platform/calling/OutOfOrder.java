package org.motcua.platform.calling;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Another's system gave no answer to rely on: ask again later. */
public class OutOfOrder extends IllegalStateException {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean silent;

  private OutOfOrder(String who, String why, boolean silent, @Nullable Throwable cause) {
    super(who + " " + why, cause);
    this.silent = silent;
  }

  static OutOfOrder silent(String who, String why, @Nullable Throwable cause) {
    return new OutOfOrder(who, why, true, cause);
  }

  /**
   * @param who with a capital letter: "The postal operator"
   * @param why a verb and what follows it, nothing of what was answered
   */
  public static OutOfOrder garbled(String who, String why) {
    return new OutOfOrder(who, why, false, null);
  }

  /** It would not answer another question either. */
  public boolean isSilent() {
    return silent;
  }
}
