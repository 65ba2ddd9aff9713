package org.motcua.dossiers.model;

/** Whether a draft stands for itself, or is a part of several that are applied for together. */
public enum Binding {
  ALONE,
  /** It is filled in with others: what they have in common is answered there. */
  TOGETHER,
  /** It is handed in with the others, and waits for the result of one of them; it is locked. */
  HELD
}
