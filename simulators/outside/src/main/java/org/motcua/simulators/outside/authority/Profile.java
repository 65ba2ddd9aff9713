package org.motcua.simulators.outside.authority;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** What a certificate says of its use, after RFC 5280; then it is signed. */
final class Profile {

  static final String AUTHORITY_SIGNS = "SHA384withECDSA";

  private final X509v3CertificateBuilder builder;
  private final PublicKey key;

  Profile(X509v3CertificateBuilder builder, PublicKey key) {
    this.builder = builder;
    this.key = key;
  }

  /** May vouch for authorities below it, so many levels deep. */
  Profile authority(int levelsBelow) throws IOException {
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(levelsBelow));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    return this;
  }

  /** May sign in and sign documents. */
  Profile token() throws IOException {
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    builder.addExtension(
        Extension.extendedKeyUsage,
        false,
        new ExtendedKeyUsage(
            new KeyPurposeId[] {
              KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_emailProtection
            }));
    return this;
  }

  Profile revocationsAt(URI list) throws IOException {
    var names =
        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, list.toString()));
    var point = new DistributionPoint(new DistributionPointName(names), null, null);
    builder.addExtension(
        Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}));
    return this;
  }

  /** Signed by the key of the issuer; a root is its own. */
  X509Certificate signedBy(PrivateKey issuerKey, PublicKey issuerPublicKey)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    var identifiers = new JcaX509ExtensionUtils();
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        identifiers.createAuthorityKeyIdentifier(issuerPublicKey));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder(AUTHORITY_SIGNS).build(issuerKey)));
  }
}
