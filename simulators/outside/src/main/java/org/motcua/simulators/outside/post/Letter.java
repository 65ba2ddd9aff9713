package org.motcua.simulators.outside.post;

import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.BadInput;

/**
 * What a sender says of a letter.
 *
 * @param reference the sender's own: by it the same letter is known again
 */
public record Letter(
    String reference,
    String dossier,
    String sender,
    String recipient,
    String phone,
    String unit,
    String address) {

  private static final int LONGEST = 300;

  /** Fields that a sender leaves out are told by their names. */
  static Letter of(Sent sent) {
    return new Letter(
        BadInput.unlessGiven("reference", sent.reference(), LONGEST),
        BadInput.unlessGiven("dossier", sent.dossier(), LONGEST),
        BadInput.unlessGiven("sender", sent.sender(), LONGEST),
        BadInput.unlessGiven("recipient", sent.recipient(), LONGEST),
        BadInput.unlessGiven("phone", sent.phone(), LONGEST),
        BadInput.unlessGiven("unit", sent.unit(), LONGEST),
        BadInput.unlessGiven("address", sent.address(), 2 * LONGEST));
  }

  /** As it comes in: anything may be missing. */
  record Sent(
      @Nullable String reference,
      @Nullable String dossier,
      @Nullable String sender,
      @Nullable String recipient,
      @Nullable String phone,
      @Nullable String unit,
      @Nullable String address) {}
}
