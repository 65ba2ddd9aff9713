package org.motcua.documents.certifying;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.documents.Certificate;
import org.motcua.documents.CertificateOrder;
import org.motcua.documents.Certificates;
import org.motcua.documents.Documents;
import org.motcua.documents.Printing;
import org.motcua.documents.RevocationOutcome;
import org.motcua.documents.RevocationOutcome.AlreadyRevoked;
import org.motcua.documents.RevocationOutcome.NoSuchCertificate;
import org.motcua.documents.RevocationOutcome.Revoked;
import org.motcua.documents.StoredDocument;
import org.motcua.documents.VerificationCode;
import org.motcua.documents.VerificationMark;
import org.motcua.documents.model.CertificateRegister;
import org.motcua.documents.signing.PdfSigner;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.ui.QrPicture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class IssueCertificates implements Certificates {

  private final CertificateRegister register;
  private final Printing printing;
  private final PdfSigner signer;
  private final Documents documents;
  private final AuditTrail audit;
  private final Clock clock;
  private final String publicUrl;

  IssueCertificates(
      CertificateRegister register,
      Printing printing,
      PdfSigner signer,
      Documents documents,
      AuditTrail audit,
      Clock clock,
      @Value("${motcua.public-url}") String publicUrl) {
    this.register = register;
    this.printing = printing;
    this.signer = signer;
    this.documents = documents;
    this.audit = audit;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  @Override
  @Transactional
  public Certificate issue(CertificateOrder order) {
    register.lockSubject(order.subject());
    return register.findBySubject(order.subject()).orElseGet(() -> issueNew(order));
  }

  private Certificate issueNew(CertificateOrder order) {
    var mark = mark(VerificationCode.next());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var certificate = certificate(order, mark, signedPdf(order, mark, now), now);
    register.insert(certificate);
    audit.record(
        "system:documents",
        "documents.certificate_issued",
        "certificate",
        certificate.code().toString(),
        Map.of(
            "subject", order.subject(),
            "number", order.number(),
            "issuer", order.issuer().value(),
            "sha256", certificate.sha256()));
    return certificate;
  }

  private StoredDocument signedPdf(
      CertificateOrder order, VerificationMark mark, java.time.Instant now) {
    var pdf = printing.pdf(order.html().apply(mark));
    var name = order.title().vietnamese() + " " + order.number();
    var signed =
        signer.sign(
            pdf,
            order.issuer(),
            order.issuerName(),
            order.signerName() + ", " + order.signerTitle(),
            name,
            now);
    return documents.keep(signed, name.replace('/', '-') + ".pdf", "application/pdf");
  }

  private VerificationMark mark(VerificationCode code) {
    var url = publicUrl + "/verify/" + code;
    return new VerificationMark(code, url, QrPicture.dataUri(url));
  }

  private static Certificate certificate(
      CertificateOrder order,
      VerificationMark mark,
      StoredDocument document,
      java.time.Instant now) {
    return new Certificate(
        mark.code(),
        order.subject(),
        order.number(),
        order.title(),
        order.issuer(),
        order.issuerName(),
        order.signerName(),
        order.signerTitle(),
        order.facts(),
        order.validFrom(),
        order.validUntil(),
        document.id(),
        document.sha256(),
        now,
        new Certificate.Standing.Valid());
  }

  @Override
  public Optional<Certificate> find(VerificationCode code) {
    return register.find(code);
  }

  @Override
  public Optional<Certificate> findBySubject(String subject) {
    return register.findBySubject(subject);
  }

  @Override
  @Transactional
  public RevocationOutcome revoke(VerificationCode code, Bilingual reason, String actor) {
    return takeBack(code, null, reason, actor);
  }

  @Override
  @Transactional
  public RevocationOutcome replace(
      VerificationCode code, VerificationCode by, Bilingual reason, String actor) {
    return takeBack(code, by, reason, actor);
  }

  private RevocationOutcome takeBack(
      VerificationCode code, @Nullable VerificationCode by, Bilingual reason, String actor) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var revoked = register.revoke(code, now, reason, by);
    if (revoked) {
      var why = new HashMap<String, Object>();
      why.put("reason", reason.vietnamese());
      if (by != null) why.put("replacedBy", by.toString());
      audit.record(
          actor, "documents.certificate_revoked", "certificate", code.toString(), Map.copyOf(why));
    }
    return register
        .find(code)
        .<RevocationOutcome>map(
            certificate -> revoked ? new Revoked(certificate) : new AlreadyRevoked(certificate))
        .orElseGet(NoSuchCertificate::new);
  }
}
