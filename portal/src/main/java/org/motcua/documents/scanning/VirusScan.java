package org.motcua.documents.scanning;

import java.nio.file.Path;
import java.time.Duration;

/** Whether a file is known to do harm. */
public interface VirusScan {

  /**
   * @param address a path such as {@code /run/clamav/clamd.ctl}, or host and port
   * @param patience how long it may take over one file
   */
  static VirusScan byClamd(String address, Duration patience) {
    return new Clamd(address, patience);
  }

  Verdict of(Path file);

  /** Why it cannot scan now; empty if it can. */
  String trouble();

  sealed interface Verdict {}

  record Clean() implements Verdict {}

  /**
   * @param signature the scanner's name of what it knows
   */
  record Infected(String signature) implements Verdict {}

  record NotScanned(String why) implements Verdict {}
}
