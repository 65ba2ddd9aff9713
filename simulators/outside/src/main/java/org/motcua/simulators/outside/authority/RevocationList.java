package org.motcua.simulators.outside.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The list that an authority signs of those it vouches for no longer. */
record RevocationList(Credential authority) {

  X509CRL of(List<Revocation> revoked, Validity validity) {
    var list = new JcaX509v2CRLBuilder(authority.certificate(), validity.notBefore());
    list.setNextUpdate(validity.notAfter());
    for (var one : revoked) {
      list.addCRLEntry(one.serial(), Date.from(one.at()), CRLReason.unspecified);
    }
    try {
      list.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils()
              .createAuthorityKeyIdentifier(authority.certificate().getPublicKey()));
      // It only has to grow from list to list.
      var number = BigInteger.valueOf(validity.from().toEpochMilli());
      list.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
      var signer = new JcaContentSignerBuilder(Profile.AUTHORITY_SIGNS).build(authority.key());
      return new JcaX509CRLConverter().getCRL(list.build(signer));
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("The revocation list cannot be made", e);
    }
  }
}
