package org.motcua.platform.outgoing;

/** How a message leaves the house. */
public enum Way {
  SMS,
  MAIL
}
