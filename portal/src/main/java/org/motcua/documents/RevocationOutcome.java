package org.motcua.documents;

/** What becomes of a request to take a certificate back. */
public sealed interface RevocationOutcome {

  record Revoked(Certificate certificate) implements RevocationOutcome {}

  /** The first revocation and its reason stand. */
  record AlreadyRevoked(Certificate certificate) implements RevocationOutcome {}

  record NoSuchCertificate() implements RevocationOutcome {}
}
