package org.motcua.payments.reconciling;

/**
 * What is wrong with a file of a day; the words are messages {@code payments.days.fault.<name>}.
 */
public enum FileFault {
  /** It does not begin with the names of the columns. */
  HEADER,
  NOT_UTF8,
  TOO_LONG,
  COLUMNS,
  REF,
  TRANSACTION,
  KIND,
  DONG,
  TIME,
  /** The last line has no end: the rest of the file did not come. */
  CUT_OFF
}
