package org.motcua.forms;

/** The kinds of values that expressions work with. */
public enum ValueKind {
  TEXT,
  NUMBER,
  DATE,
  YES_NO
}
