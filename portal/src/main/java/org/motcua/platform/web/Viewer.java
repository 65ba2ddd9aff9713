package org.motcua.platform.web;

/** Who is signed in, as far as a page's frame cares; the signed-in principal implements it. */
public interface Viewer {

  String displayName();

  /** Whether this person works at the desk, and is shown the way there. */
  boolean officer();
}
