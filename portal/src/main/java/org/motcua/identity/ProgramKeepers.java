package org.motcua.identity;

/** Knows who looks after agencies' systems; implemented by whoever registers them. */
public interface ProgramKeepers {

  /** Whether the officer administers the agency whose system it is, or one above it. */
  boolean keeps(CurrentUser officer, String client);
}
