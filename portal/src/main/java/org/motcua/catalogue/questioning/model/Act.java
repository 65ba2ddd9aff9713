package org.motcua.catalogue.questioning.model;

/** What officers do to a question. */
public enum Act {
  WRITE,
  HAND_OVER,
  PUBLISH,
  UNPUBLISH,
  REFUSE,
  REOPEN,
  FORWARD
}
