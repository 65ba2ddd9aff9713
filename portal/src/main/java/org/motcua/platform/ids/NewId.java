package org.motcua.platform.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.UUID;

/**
 * Where every new identifier comes from, so that rows made together lie together in their indexes.
 */
public final class NewId {

  private static final long VERSION_7 = 0x7000;
  private static final long VARIANT = 0x8000000000000000L;

  private static final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

  public static UUID next() {
    return generator.generate();
  }

  /** Smaller than all that are made then or later, and greater than all that were made before. */
  public static UUID firstAt(Instant time) {
    return new UUID(time.toEpochMilli() << 16 | VERSION_7, VARIANT);
  }

  private NewId() {}
}
