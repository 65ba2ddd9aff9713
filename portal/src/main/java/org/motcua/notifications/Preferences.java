package org.motcua.notifications;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told; all notices lie in the inbox besides.
 *
 * @param quiet null where SMS may come at any hour
 */
record Preferences(Set<NoticeKind> bySms, Set<NoticeKind> byMail, @Nullable QuietHours quiet) {

  /**
   * Both ways, at once: most notices follow from what somebody has just done himself, or come in
   * office hours. Whoever wants quiet nights asks for them.
   */
  static final Preferences UNLESS_ASKED =
      new Preferences(EnumSet.allOf(NoticeKind.class), EnumSet.allOf(NoticeKind.class), null);

  Preferences {
    bySms = Set.copyOf(bySms);
    byMail = Set.copyOf(byMail);
  }
}
