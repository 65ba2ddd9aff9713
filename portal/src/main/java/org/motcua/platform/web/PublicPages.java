package org.motcua.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of pages that everybody may read; implemented by whoever serves them. */
public interface PublicPages {

  /** As the site map calls it, in an address: {@code procedures}. */
  String kind();

  /**
   * Paths within the portal, always in the same order.
   *
   * @param after begin behind this path, as an earlier call gave it
   */
  List<String> paths(@Nullable String after, int limit);
}
