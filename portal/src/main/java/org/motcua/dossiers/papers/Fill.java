package org.motcua.dossiers.papers;

import org.motcua.dossiers.model.KeptPaperStore.Use;

/** How full a store is: papers, and megabytes rounded up, each of so many. */
public record Fill(int papers, int mostPapers, long megabytes, long mostMegabytes) {

  private static final long MEGABYTE = 1024L * 1024;

  static Fill of(Use use, StoreLimits limits) {
    return new Fill(
        use.papers(), limits.papers(), (use.bytes() + MEGABYTE - 1) / MEGABYTE, limits.megabytes());
  }
}
