package org.motcua.notifications;

/**
 * What a notice is about, as far as people choose how they want to be told. What concerns an
 * account's safety is no notice: identity sends it itself, to phone and mailbox, and nobody can
 * turn it off.
 */
public enum NoticeKind {
  DOSSIERS,
  OTHER
}
