package org.motcua.documents.verifying;

import org.jspecify.annotations.Nullable;
import org.motcua.documents.Certificate;
import org.motcua.documents.signing.FoundSignature;
import org.motcua.platform.web.ui.Tone;

/**
 * What the page shows of an outcome: {@code documents.verify.<name>.heading} and {@code .body}.
 *
 * @param certificate whose facts are shown
 * @param unchanged the file was compared and is the issued one
 */
public record Verdict(
    String name,
    Tone tone,
    @Nullable Certificate certificate,
    boolean unchanged,
    @Nullable FoundSignature signature) {

  static Verdict of(String name, Tone tone) {
    return new Verdict(name, tone, null, false, null);
  }
}
