package org.motcua.documents.signing;

import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds what our authority's keys have signed in a PDF, without asking anybody else. */
@Component
public class PdfSignatures {

  private static final Logger log = LoggerFactory.getLogger(PdfSignatures.class);

  private final DemoAuthority authority;

  PdfSignatures(DemoAuthority authority) {
    this.authority = authority;
  }

  /** None, too, if the file is no PDF or too broken to be read as one. */
  public List<FoundSignature> in(Path file) throws IOException {
    var length = Files.size(file);
    try {
      return analyzer(file).getSignatures().stream()
          .map(PAdESSignature.class::cast)
          .flatMap(signature -> ours(signature, length).stream())
          .toList();
    } catch (RuntimeException | StackOverflowError e) {
      // Anybody may send anything; the library has an exception of its own for each way to be
      // wrong.
      log.debug("No signatures can be read", e);
      return List.of();
    }
  }

  private static PDFDocumentAnalyzer analyzer(Path file) {
    var offline = new CommonCertificateVerifier(true);
    offline.setAIASource(null);
    var differences = new DefaultPdfDifferencesFinder();
    // That something was added is enough to know; pages are not painted to see what.
    differences.setMaximalPagesAmountForVisualComparison(0);
    var pdfs = new PdfBoxNativeObjectFactory();
    pdfs.setPdfDifferencesFinder(differences);
    var analyzer = new PDFDocumentAnalyzer(new FileDocument(file.toFile()));
    analyzer.setCertificateVerifier(offline);
    analyzer.setPdfObjFactory(pdfs);
    return analyzer;
  }

  private Optional<FoundSignature> ours(PAdESSignature signature, long fileLength) {
    var certificate = signature.getSigningCertificateToken();
    if (certificate == null || !issuedByUs(certificate)) return Optional.empty();
    var verification = signature.getSignatureCryptographicVerification();
    var range = signature.getPdfRevision().getByteRange();
    var coversAll =
        range.isValid()
            && range.getFirstPartStart() == 0
            && (long) range.getSecondPartStart() + range.getSecondPartEnd() == fileLength;
    var signer = signature.getPdfSignatureDictionary().getSignerName();
    return Optional.of(
        new FoundSignature(
            commonName(certificate),
            signer == null ? "" : signer,
            signature.getSigningTime().toInstant(),
            verification.isSignatureValid(),
            coversAll));
  }

  private boolean issuedByUs(CertificateToken certificate) {
    var root = authority.rootCertificate();
    try {
      certificate.getCertificate().verify(root.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String commonName(CertificateToken certificate) {
    try {
      return new LdapName(certificate.getCertificate().getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> part.getValue().toString())
              .findFirst()
              .orElse("");
    } catch (InvalidNameException e) {
      return "";
    }
  }
}
