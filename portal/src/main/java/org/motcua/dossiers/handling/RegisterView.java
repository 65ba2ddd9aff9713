package org.motcua.dossiers.handling;

import org.jspecify.annotations.Nullable;

/**
 * The register that an officer asks for.
 *
 * @param from as it was typed
 * @param to as it was typed
 * @param fault the message that says why nothing can be printed; {@code null}: all is well
 * @param count how many dossiers came in that time
 * @param most how many fit into one register
 */
public record RegisterView(
    DeskFrame frame, String from, String to, @Nullable String fault, int count, int most) {

  public boolean printable() {
    return fault == null && count > 0;
  }
}
