package org.motcua.simulators.agency.dossiers;

import org.jspecify.annotations.Nullable;

/** Carries a trouble out of the conversation with the portal to where it is told to people. */
public class PortalTroubleException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient PortalTrouble trouble;

  PortalTroubleException(PortalTrouble trouble) {
    this(trouble, null);
  }

  PortalTroubleException(PortalTrouble trouble, @Nullable Throwable cause) {
    super(trouble.toString(), cause);
    this.trouble = trouble;
  }

  PortalTrouble trouble() {
    return trouble;
  }
}
