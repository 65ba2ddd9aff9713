package org.motcua.documents;

import java.util.Optional;

/** Issues certificates that anyone can verify, and takes them back. */
public interface Certificates {

  /**
   * Prints, signs, keeps and registers it; a second order for the same subject gets the first one's
   * certificate.
   */
  Certificate issue(CertificateOrder order);

  Optional<Certificate> find(VerificationCode code);

  Optional<Certificate> findBySubject(String subject);

  /**
   * From now on it no longer holds; verification says since when and why.
   *
   * @param reason that everybody may read
   * @param actor as the audit trail names people: {@code account:<id>}
   */
  RevocationOutcome revoke(VerificationCode code, Bilingual reason, String actor);

  /** The same, and verification leads on to the certificate that holds instead. */
  RevocationOutcome replace(
      VerificationCode code, VerificationCode by, Bilingual reason, String actor);
}
