package org.motcua.platform.idempotency;

/** A call's key is missing, cannot be read, or was another call's before. Nothing was done. */
public class BadCallKey extends RuntimeException {

  /** What is wrong; the words are messages {@code platform.call_key.<why>}. */
  public enum Why {
    MISSING(400),
    UNREADABLE(400),
    /** The same key came with another request. */
    USED(422);

    private final int status;

    Why(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  private final Why why;

  public BadCallKey(Why why) {
    super("Idempotency-Key: " + why);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
