package org.motcua.identity.certificates;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** Every answer to a signature. */
public sealed interface CertificateProof {

  /**
   * @param number whose certificate it is
   */
  record Good(HolderNumber number, X509Certificate certificate) implements CertificateProof {

    /** Empty for a person's certificate. */
    public Optional<CertifiedEnterprise> enterprise() {
      return CertifiedEnterprise.of(number, certificate);
    }
  }

  /** Not a CMS signature, or one without its certificate. */
  record Unreadable() implements CertificateProof {}

  /** A right signature, but of something else. */
  record OtherText() implements CertificateProof {}

  /** Sent too late, twice, or from another browser. */
  record TooLate() implements CertificateProof {}

  record Expired(Instant since) implements CertificateProof {}

  record NotYetValid() implements CertificateProof {}

  record NotForSigning() implements CertificateProof {}

  record Untrusted() implements CertificateProof {}

  record Revoked() implements CertificateProof {}

  /** The authority does not answer, so whether it has revoked the certificate cannot be known. */
  record AuthorityAway() implements CertificateProof {}

  /** Of a person or an enterprise, but it does not say of which. */
  record NoNumber() implements CertificateProof {}
}
