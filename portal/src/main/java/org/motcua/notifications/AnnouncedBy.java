package org.motcua.notifications;

import org.motcua.platform.outgoing.Delivery;
import org.motcua.platform.outgoing.Delivery.State;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.TagColour;

/** One way in which a message was announced, and how far that is, in the reader's words. */
public record AnnouncedBy(String words, String state, TagColour colour) {

  static AnnouncedBy of(Delivery delivery, Page page) {
    var state = stateOf(delivery);
    var at = delivery.at() == null ? "" : page.dateTime(delivery.at());
    return new AnnouncedBy(
        page.t("notifications.told." + delivery.way() + "." + state, delivery.shownTo(), at),
        page.t("notifications.told." + state),
        colour(delivery.state()));
  }

  /** One that was tried in vain waits otherwise than one that has just been written. */
  private static String stateOf(Delivery delivery) {
    var again = delivery.state() == State.WAITING && delivery.tries() > 1;
    return again ? "AGAIN" : delivery.state().name();
  }

  private static TagColour colour(State state) {
    return switch (state) {
      case HELD, WAITING -> TagColour.GREY;
      case SENT -> TagColour.BLUE;
      case DELIVERED -> TagColour.GREEN;
      case FAILED, GIVEN_UP -> TagColour.RED;
    };
  }
}
