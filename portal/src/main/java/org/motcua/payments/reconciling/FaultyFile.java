package org.motcua.payments.reconciling;

/** A file that cannot be taken in; nothing of it is. */
final class FaultyFile extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final long line;
  private final FileFault fault;

  /**
   * @param line the header is the first
   */
  FaultyFile(long line, FileFault fault) {
    super(fault + " in line " + line, null, false, false);
    this.line = line;
    this.fault = fault;
  }

  long line() {
    return line;
  }

  FileFault fault() {
    return fault;
  }
}
