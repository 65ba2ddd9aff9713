package org.motcua.platform.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/**
 * Where every new identifier comes from, so that rows made together lie together in their indexes.
 */
public final class NewId {

  private static final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

  public static UUID next() {
    return generator.generate();
  }

  private NewId() {}
}
