package org.motcua.simulators.outside.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.springframework.stereotype.Component;

/**
 * Signs as the program beside a token does: a detached CMS signature (RFC 5652) with the signer's
 * certificate and the one that vouches for it inside. It does not mind certificates that have run
 * out; who checks must.
 */
@Component
class SigningTool {

  private static final byte[] SOMETHING_ELSE = "Nội dung khác".getBytes(StandardCharsets.UTF_8);

  private final Authority authority;
  private final Faults faults;

  SigningTool(Authority authority, Faults faults) {
    this.authority = authority;
    this.faults = faults;
  }

  byte[] sign(Credential credential, byte[] content) {
    var signed = faults.of(Service.CA) == Fault.WRONG ? SOMETHING_ELSE : content;
    try {
      var generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .build(
                  new JcaContentSignerBuilder(signing(credential.key())).build(credential.key()),
                  credential.certificate()));
      generator.addCertificates(
          new JcaCertStore(List.of(credential.certificate(), authority.issuing())));
      return generator
          .generate(new CMSProcessableByteArray(signed), false)
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException
        | OperatorCreationException
        | CertificateEncodingException
        | IOException e) {
      throw new IllegalStateException("The signature cannot be made", e);
    }
  }

  private static String signing(PrivateKey key) {
    return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
  }
}
