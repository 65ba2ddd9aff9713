package org.motcua.documents.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** A private key and the certificate that says whose it is. */
record SigningKey(PrivateKey key, X509Certificate certificate) {

  /** Not in its last day: whoever begins to sign shall be able to finish. */
  boolean holdsAt(Instant now) {
    return now.isBefore(validUntil().minus(Duration.ofDays(1)));
  }

  Instant validUntil() {
    return certificate.getNotAfter().toInstant();
  }

  @Override
  public String toString() {
    return "SigningKey[" + certificate.getSubjectX500Principal() + "]";
  }
}
