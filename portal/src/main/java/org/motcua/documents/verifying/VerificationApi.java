package org.motcua.documents.verifying;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.documents.Certificate;
import org.motcua.documents.Fact;
import org.motcua.documents.verifying.VerificationOutcome.Expired;
import org.motcua.documents.verifying.VerificationOutcome.Holds;
import org.motcua.documents.verifying.VerificationOutcome.NotACode;
import org.motcua.documents.verifying.VerificationOutcome.Registered;
import org.motcua.documents.verifying.VerificationOutcome.Revoked;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The same answers for machines: a gate, a bank, another office. Public. */
@RestController
@Tag(name = "Verification")
class VerificationApi {

  private final Verify verify;
  private final CodeTries tries;

  VerificationApi(Verify verify, CodeTries tries) {
    this.verify = verify;
    this.tries = tries;
  }

  @GetMapping("/api/documents/verification/{code}")
  @Operation(summary = "Whether a certificate is genuine, what it says and whether it still holds")
  Verification verification(@PathVariable String code, HttpServletRequest request) {
    tries.take(request.getRemoteAddr());
    return switch (verify.code(code)) {
      case Registered registered -> verification(registered);
      case NotACode _ ->
          throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Not a verification code");
      default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such certificate");
    };
  }

  private static Verification verification(Registered registered) {
    var certificate = registered.certificate();
    return switch (registered) {
      case Holds _ -> verification(certificate, Status.VALID, null);
      case Expired _ -> verification(certificate, Status.EXPIRED, null);
      case Revoked revoked -> verification(certificate, Status.REVOKED, revoked.revocation());
    };
  }

  private static Verification verification(
      Certificate certificate, Status status, Certificate.Standing.@Nullable Revoked revocation) {
    return new Verification(
        certificate.code().toString(),
        status,
        certificate.title(),
        certificate.number(),
        certificate.issuer().value(),
        certificate.issuerName(),
        certificate.signerName(),
        certificate.signerTitle(),
        certificate.issuedAt(),
        certificate.validFrom(),
        certificate.validUntil(),
        revocation == null ? null : revocation.since(),
        revocation == null ? null : revocation.reason(),
        replacement(revocation),
        certificate.facts(),
        certificate.sha256());
  }

  private static @Nullable String replacement(Certificate.Standing.@Nullable Revoked revocation) {
    var code = revocation == null ? null : revocation.replacedBy();
    return code == null ? null : code.toString();
  }

  enum Status {
    VALID,
    EXPIRED,
    REVOKED
  }

  /**
   * @param replacedBy the code of the certificate that holds instead, if there is one
   * @param sha256 of the issued file: a file with another one is not it
   */
  record Verification(
      String code,
      Status status,
      Bilingual title,
      String number,
      String issuer,
      String issuerName,
      String signerName,
      String signerTitle,
      Instant issuedAt,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      @Nullable Instant revokedAt,
      @Nullable Bilingual revocationReason,
      @Nullable String replacedBy,
      List<Fact> facts,
      String sha256) {}
}
