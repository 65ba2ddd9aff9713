package org.motcua.documents.signing;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.motcua.organisation.AgencyId;
import org.springframework.stereotype.Component;

/**
 * Puts an agency's signature (PAdES-BASELINE-B) over a whole PDF and certifies that nothing may be
 * added to it.
 */
@Component
public class PdfSigner {

  private static final SignatureAlgorithm ALGORITHM = SignatureAlgorithm.ECDSA_SHA256;

  private final DemoAuthority authority;
  private final PAdESService service;

  PdfSigner(DemoAuthority authority) {
    this.authority = authority;
    var offline = new CommonCertificateVerifier(true);
    offline.setAIASource(null);
    this.service = new PAdESService(offline);
    service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
  }

  /**
   * @param signer the person, as the signature names them
   * @param reason such as the paper's name and number
   */
  public byte[] sign(
      byte[] pdf, AgencyId agency, String agencyName, String signer, String reason, Instant now) {
    var key = authority.keyOf(agency, agencyName);
    var parameters = parameters(key, signer, reason, now);
    var document = new InMemoryDocument(pdf);
    var toSign = service.getDataToSign(document, parameters);
    return bytes(service.signDocument(document, parameters, value(toSign, key.key())));
  }

  private PAdESSignatureParameters parameters(
      SigningKey key, String signer, String reason, Instant now) {
    var certificate = new CertificateToken(key.certificate());
    var root = new CertificateToken(authority.rootCertificate());
    var parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
    parameters.setEncryptionAlgorithm(EncryptionAlgorithm.ECDSA);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setSigningCertificate(certificate);
    parameters.setCertificateChain(List.of(certificate, root));
    parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
    parameters.setSignerName(signer);
    parameters.setReason(reason);
    parameters.setAppName("Một Cửa");
    parameters.bLevel().setSigningDate(Date.from(now));
    return parameters;
  }

  private static SignatureValue value(ToBeSigned toSign, PrivateKey key) {
    try {
      var signature = Signature.getInstance(ALGORITHM.getJCEId());
      signature.initSign(key);
      signature.update(toSign.getBytes());
      return new SignatureValue(ALGORITHM, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key cannot sign", e);
    }
  }

  private static byte[] bytes(DSSDocument document) {
    try {
      var bytes = new ByteArrayOutputStream(128 * 1024);
      document.writeTo(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
