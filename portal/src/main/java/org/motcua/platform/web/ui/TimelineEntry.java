package org.motcua.platform.web.ui;

import org.jspecify.annotations.Nullable;

/** Something that happened, with when and who in words; what is still to come is not done. */
public record TimelineEntry(
    String title, @Nullable String when, @Nullable String who, @Nullable String text, State state) {

  public enum State {
    DONE,
    /** It ended here, or came to nothing. */
    BROKEN_OFF,
    CURRENT,
    COMING
  }

  public static TimelineEntry done(String title, String when) {
    return new TimelineEntry(title, when, null, null, State.DONE);
  }

  public String css() {
    return switch (state) {
      case DONE -> "mc-timeline__entry mc-timeline__entry--done";
      case BROKEN_OFF -> "mc-timeline__entry mc-timeline__entry--broken";
      case CURRENT -> "mc-timeline__entry mc-timeline__entry--current";
      case COMING -> "mc-timeline__entry mc-timeline__entry--coming";
    };
  }
}
