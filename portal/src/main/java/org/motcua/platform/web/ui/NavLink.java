package org.motcua.platform.web.ui;

import org.jspecify.annotations.Nullable;

/** A link of a row of pages that belong together, with the number of things behind it. */
public record NavLink(String text, String href, boolean current, @Nullable Long count) {

  public NavLink(String text, String href, boolean current) {
    this(text, href, current, null);
  }
}
