package org.motcua.documents.verifying;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.motcua.documents.Certificate;
import org.motcua.documents.Certificate.Standing;
import org.motcua.documents.StoringOutcome.Reason;
import org.motcua.documents.Upload;
import org.motcua.documents.VerificationCode;
import org.motcua.documents.model.CertificateRegister;
import org.motcua.documents.signing.PdfSignatures;
import org.motcua.documents.storing.Intake;
import org.motcua.documents.storing.PdfShape;
import org.motcua.documents.verifying.VerificationOutcome.Changed;
import org.motcua.documents.verifying.VerificationOutcome.Expired;
import org.motcua.documents.verifying.VerificationOutcome.Holds;
import org.motcua.documents.verifying.VerificationOutcome.NotACode;
import org.motcua.documents.verifying.VerificationOutcome.NotOurs;
import org.motcua.documents.verifying.VerificationOutcome.NotTaken;
import org.motcua.documents.verifying.VerificationOutcome.Revoked;
import org.motcua.documents.verifying.VerificationOutcome.UnknownCode;
import org.motcua.documents.verifying.VerificationOutcome.Unregistered;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/**
 * A code is looked up. A file is known by its hash; one that is not is searched for our signatures
 * and codes, since a certificate that somebody changed still carries them.
 */
@Service
class Verify {

  /** Files searched at the same time: reading a PDF takes memory, and anybody may send one. */
  private static final int SEARCHED_AT_ONCE = 2;

  private final CertificateRegister register;
  private final PdfSignatures signatures;
  private final Intake intake;
  private final Clock clock;
  private final DataSize limit;
  private final Semaphore searches = new Semaphore(SEARCHED_AT_ONCE, true);

  Verify(
      CertificateRegister register,
      PdfSignatures signatures,
      Intake intake,
      Clock clock,
      @Value("${motcua.upload-limit}") DataSize limit) {
    this.register = register;
    this.signatures = signatures;
    this.intake = intake;
    this.clock = clock;
    this.limit = limit;
  }

  VerificationOutcome code(String typed) {
    return VerificationCode.parse(typed)
        .<VerificationOutcome>map(
            code ->
                register
                    .find(code)
                    .map(certificate -> registered(certificate, false))
                    .orElseGet(() -> new UnknownCode(code)))
        .orElseGet(() -> new NotACode(typed));
  }

  VerificationOutcome file(Upload upload) {
    try (var content = upload.content().getInputStream();
        var arrived = intake.receive(content, limit.toBytes())) {
      if (arrived.size() == 0) return new NotTaken(Reason.EMPTY);
      if (arrived.size() > limit.toBytes()) return new NotTaken(Reason.TOO_LARGE);
      return register
          .findByContent(arrived.sha256())
          .map(certificate -> registered(certificate, true))
          .orElseGet(() -> unknown(arrived.file()));
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be read", e);
    }
  }

  private VerificationOutcome registered(Certificate certificate, boolean byFile) {
    return switch (certificate.standing()) {
      case Standing.Revoked revocation -> new Revoked(certificate, revocation, byFile);
      case Standing.Valid _ ->
          certificate.expiredOn(LocalDate.now(clock))
              ? new Expired(certificate, byFile)
              : new Holds(certificate, byFile);
    };
  }

  private VerificationOutcome unknown(Path file) {
    searches.acquireUninterruptibly();
    try {
      if (PdfShape.of(file).unpacksToTooMuch()) return new NotOurs();
      var original = CodesInPdf.of(file).stream().flatMap(code -> register.find(code).stream());
      return search(file, original.findFirst());
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be read", e);
    } finally {
      searches.release();
    }
  }

  private VerificationOutcome search(Path file, Optional<Certificate> original) throws IOException {
    var found = signatures.in(file);
    if (original.isPresent()) return new Changed(original.get());
    if (found.isEmpty()) return new NotOurs();
    return found.stream()
        .filter(signature -> signature.holds())
        .findFirst()
        .<VerificationOutcome>map(Unregistered::new)
        .orElseGet(() -> new Changed(null));
  }
}
