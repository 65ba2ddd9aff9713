package org.motcua.exchange.electricity;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The company gave no answer to rely on: ask again later. */
class CompanyOutOfOrder extends IllegalStateException {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean silent;

  private CompanyOutOfOrder(String why, boolean silent, @Nullable Throwable cause) {
    super("The electricity company " + why, cause);
    this.silent = silent;
  }

  static CompanyOutOfOrder silent(String why, @Nullable Throwable cause) {
    return new CompanyOutOfOrder(why, true, cause);
  }

  static CompanyOutOfOrder garbled(String why) {
    return new CompanyOutOfOrder(why, false, null);
  }

  /** It would not answer another question either. */
  boolean isSilent() {
    return silent;
  }
}
