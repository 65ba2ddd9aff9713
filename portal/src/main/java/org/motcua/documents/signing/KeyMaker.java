package org.motcua.documents.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.motcua.organisation.AgencyId;

/** Makes keys on curves that every PDF reader knows; they sign a hundred times faster than RSA. */
final class KeyMaker {

  static final String CURVE_OF_ROOT = "secp384r1";
  static final String CURVE_OF_AGENCY = "secp256r1";

  private static final Duration ROOT_LASTS = Duration.ofDays(20 * 365);
  private static final Duration AGENCY_KEY_LASTS = Duration.ofDays(3 * 365);

  /**
   * A demonstration may tell of some weeks ago, and the clocks of the nodes and of those who verify
   * are not quite the same.
   */
  private static final Duration HOLDS_SINCE = Duration.ofDays(30);

  private static final SecureRandom random = new SecureRandom();

  static SigningKey root(Instant now) {
    var pair = pair(CURVE_OF_ROOT);
    var name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.C, "VN")
            .addRDN(BCStyle.O, "Một Cửa")
            .addRDN(BCStyle.CN, "Tổ chức chứng thực trình diễn Một Cửa")
            .build();
    return certified(pair, name, name, pair.getPrivate(), now, ROOT_LASTS, true);
  }

  static SigningKey agency(AgencyId agency, String agencyName, SigningKey root, Instant now) {
    var name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.C, "VN")
            .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, agency.value())
            .addRDN(BCStyle.O, agencyName)
            .addRDN(BCStyle.CN, agencyName)
            .build();
    var rootName = X500Name.getInstance(root.certificate().getSubjectX500Principal().getEncoded());
    return certified(
        pair(CURVE_OF_AGENCY), name, rootName, root.key(), now, AGENCY_KEY_LASTS, false);
  }

  private static SigningKey certified(
      KeyPair pair,
      X500Name subject,
      X500Name issuer,
      PrivateKey issuerKey,
      Instant now,
      Duration lasts,
      boolean authority) {
    try {
      var certificate =
          new JcaX509v3CertificateBuilder(
              issuer,
              new BigInteger(127, random).setBit(126),
              Date.from(now.minus(HOLDS_SINCE)),
              Date.from(now.plus(lasts)),
              subject,
              pair.getPublic());
      extend(certificate, pair, authority);
      var signer = new JcaContentSignerBuilder("SHA384withECDSA").build(issuerKey);
      return new SigningKey(
          pair.getPrivate(),
          new JcaX509CertificateConverter().getCertificate(certificate.build(signer)));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("No certificate can be made for " + subject, e);
    }
  }

  private static void extend(X509v3CertificateBuilder certificate, KeyPair pair, boolean authority)
      throws GeneralSecurityException, IOException {
    var uses =
        authority
            ? KeyUsage.keyCertSign | KeyUsage.cRLSign
            : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    certificate
        .addExtension(
            Extension.basicConstraints,
            true,
            authority ? new BasicConstraints(0) : new BasicConstraints(false))
        .addExtension(Extension.keyUsage, true, new KeyUsage(uses))
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
  }

  private static KeyPair pair(String curve) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java knows no curve " + curve, e);
    }
  }

  private KeyMaker() {}
}
