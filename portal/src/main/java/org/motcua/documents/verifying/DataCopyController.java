package org.motcua.documents.verifying;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.documents.Certificate;
import org.motcua.documents.Fact;
import org.motcua.documents.VerificationCode;
import org.motcua.documents.model.CertificateRegister;
import org.motcua.documents.signing.DataSigner;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A certificate as data that a program can read and check by itself, for whoever has its code. It
 * says what was issued, and not whether it still holds: that is asked of the register.
 */
@Controller
class DataCopyController {

  private static final MediaType JOSE = MediaType.parseMediaType("application/jose+json");

  private final CertificateRegister register;
  private final DataSigner signer;
  private final CodeTries tries;
  private final JsonMapper json;

  DataCopyController(
      CertificateRegister register, DataSigner signer, CodeTries tries, JsonMapper json) {
    this.register = register;
    this.signer = signer;
    this.tries = tries;
    this.json = json;
  }

  /**
   * What is signed.
   *
   * @param sha256 of the PDF that says the same to people
   */
  record DataCopy(
      String code,
      Bilingual title,
      String number,
      String issuer,
      String issuerName,
      String signerName,
      String signerTitle,
      Instant issuedAt,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      List<Fact> facts,
      String sha256) {

    static DataCopy of(Certificate certificate) {
      return new DataCopy(
          certificate.code().toString(),
          certificate.title(),
          certificate.number(),
          certificate.issuer().value(),
          certificate.issuerName(),
          certificate.signerName(),
          certificate.signerTitle(),
          certificate.issuedAt(),
          certificate.validFrom(),
          certificate.validUntil(),
          certificate.facts(),
          certificate.sha256());
    }
  }

  @GetMapping("/verify/{code}/data.json")
  ResponseEntity<String> data(@PathVariable String code, HttpServletRequest request) {
    tries.take(request.getRemoteAddr());
    var certificate =
        VerificationCode.parse(code)
            .flatMap(register::find)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var signed =
        signer.sign(
            json.writeValueAsBytes(DataCopy.of(certificate)),
            certificate.issuer(),
            certificate.issuerName());
    return ResponseEntity.ok()
        .contentType(JOSE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(certificate.code() + ".json")
                .build()
                .toString())
        .body(signed);
  }
}
