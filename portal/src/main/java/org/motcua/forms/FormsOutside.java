package org.motcua.forms;

import org.motcua.platform.web.Messages;

/** Forms for those who try one out: no database, no portal, the units that ship with it. */
public final class FormsOutside {

  public static Forms with(Messages messages) {
    return new Forms(new ShippedPlaces(), messages);
  }

  private FormsOutside() {}
}
