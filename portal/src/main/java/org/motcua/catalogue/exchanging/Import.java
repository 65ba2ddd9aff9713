package org.motcua.catalogue.exchanging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into the catalogue.
 *
 * @param bytes how long it is, unpacked
 * @param position up to where it has been taken in
 */
public record Import(
    ImportId id,
    Sender sender,
    @Nullable String fileName,
    long bytes,
    State state,
    long position,
    Counts counts,
    Instant receivedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  public enum State {
    WAITING,
    RUNNING,
    FINISHED
  }

  /**
   * @param lines all read so far, empty ones included
   * @param remarked of those not refused, the ones about which there is something to say
   */
  public record Counts(
      int lines, int created, int changed, int unchanged, int refused, int remarked) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts plus(Counts more) {
      return new Counts(
          lines + more.lines,
          created + more.created,
          changed + more.changed,
          unchanged + more.unchanged,
          refused + more.refused,
          remarked + more.remarked);
    }
  }

  public boolean isFinished() {
    return state == State.FINISHED;
  }

  /** In whole per cent; all of it is said only when it is finished. */
  public int percent() {
    if (isFinished()) return 100;
    return bytes == 0 ? 0 : (int) Math.min(99, position * 100 / bytes);
  }
}
