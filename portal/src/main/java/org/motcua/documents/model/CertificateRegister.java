package org.motcua.documents.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.documents.Certificate;
import org.motcua.documents.VerificationCode;

/** All certificates ever issued; none is removed. */
public interface CertificateRegister {

  /** Until the transaction ends, nobody else issues for this subject. */
  void lockSubject(String subject);

  void insert(Certificate certificate);

  Optional<Certificate> find(VerificationCode code);

  Optional<Certificate> findBySubject(String subject);

  Optional<Certificate> findByContent(String sha256);

  /** False if it was revoked already. */
  boolean revoke(
      VerificationCode code,
      Instant since,
      Bilingual reason,
      @Nullable VerificationCode replacedBy);
}
