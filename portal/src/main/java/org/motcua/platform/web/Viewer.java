package org.motcua.platform.web;

import org.jspecify.annotations.Nullable;

/** Who is signed in, as far as a page's frame cares; the signed-in principal implements it. */
public interface Viewer {

  String displayName();

  /** Whether this person works at the desk, and is shown the way there. */
  boolean officer();

  /** Which account is served: a form says for which one its page was made. */
  default String key() {
    return "";
  }

  /** Who sits there in the name of the one served; null for one who acts for himself. */
  default @Nullable String actedBy() {
    return null;
  }
}
