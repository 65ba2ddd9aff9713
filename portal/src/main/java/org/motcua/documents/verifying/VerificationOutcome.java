package org.motcua.documents.verifying;

import org.jspecify.annotations.Nullable;
import org.motcua.documents.Certificate;
import org.motcua.documents.StoringOutcome.Reason;
import org.motcua.documents.VerificationCode;
import org.motcua.documents.signing.FoundSignature;

/** Every answer that one can get. */
sealed interface VerificationOutcome {

  /**
   * What the register says of a certificate; by file, the file is the issued one to the last bit.
   */
  sealed interface Registered extends VerificationOutcome {
    Certificate certificate();

    boolean byFile();
  }

  record Holds(Certificate certificate, boolean byFile) implements Registered {}

  record Revoked(Certificate certificate, Certificate.Standing.Revoked revocation, boolean byFile)
      implements Registered {}

  record Expired(Certificate certificate, boolean byFile) implements Registered {}

  record UnknownCode(VerificationCode code) implements VerificationOutcome {}

  record NotACode(String typed) implements VerificationOutcome {}

  /**
   * Was once a certificate of ours.
   *
   * @param original what was issued, if the file still shows which it was
   */
  record Changed(@Nullable Certificate original) implements VerificationOutcome {}

  /** Signed by a key of ours, unchanged, but never registered. */
  record Unregistered(FoundSignature signature) implements VerificationOutcome {}

  record NotOurs() implements VerificationOutcome {}

  /** Empty or too large: not looked at. */
  record NotTaken(Reason reason) implements VerificationOutcome {}
}
