package org.motcua.eservices;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.yaml.Problem;

/**
 * One folder as it was last read.
 *
 * @param fingerprint of its files then; it is read again when that changes
 * @param versions what it offers; still the former ones while what is new in it is wrong
 * @param since when this is what it offers
 */
record LoadedFolder(
    String name,
    String place,
    String fingerprint,
    @Nullable ServiceVersions versions,
    List<Problem> problems,
    Instant since) {

  LoadedFolder {
    problems = List.copyOf(problems);
  }
}
