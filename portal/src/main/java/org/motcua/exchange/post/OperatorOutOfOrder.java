package org.motcua.exchange.post;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The operator gave no answer to rely on: ask again later. */
class OperatorOutOfOrder extends IllegalStateException {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean silent;

  OperatorOutOfOrder(String why, boolean silent, @Nullable Throwable cause) {
    super("The postal operator " + why, cause);
    this.silent = silent;
  }

  static OperatorOutOfOrder garbled(String why) {
    return new OperatorOutOfOrder(why, false, null);
  }

  /** It would not answer another question either. */
  boolean isSilent() {
    return silent;
  }
}
