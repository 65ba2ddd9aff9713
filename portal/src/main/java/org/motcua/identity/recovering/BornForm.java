package org.motcua.identity.recovering;

import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.DateParts;

/** The date of birth that an officer is shown or told, as he types it. */
public record BornForm(DateParts born) {

  public BornForm(@Nullable DateParts born) {
    this.born = born == null ? DateParts.EMPTY : born;
  }
}
