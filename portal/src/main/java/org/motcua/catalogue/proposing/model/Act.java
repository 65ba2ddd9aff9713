package org.motcua.catalogue.proposing.model;

/** What somebody does to a proposal that moves it. */
public enum Act {
  PROPOSE,
  /** The author takes it back before anybody has decided. */
  RECALL,
  APPROVE,
  RETURN,
  PUBLISH,
  DISCARD
}
