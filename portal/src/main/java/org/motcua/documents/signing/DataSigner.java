package org.motcua.documents.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.util.Base64;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import org.motcua.organisation.AgencyId;
import org.springframework.stereotype.Component;

/**
 * Puts an agency's signature over data for programs: a flattened JWS (RFC 7515, section 7.2.2) by
 * ES256, whose header carries the agency's certificate and the authority's that vouches for it.
 */
@Component
public class DataSigner {

  private final DemoAuthority authority;

  DataSigner(DemoAuthority authority) {
    this.authority = authority;
  }

  /**
   * @param json what is signed, byte by byte
   */
  public String sign(byte[] json, AgencyId agency, String agencyName) {
    var key = authority.keyOf(agency, agencyName);
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.ES256)
              .type(JOSEObjectType.JOSE_JSON)
              .contentType("json")
              .x509CertChain(
                  List.of(
                      Base64.encode(key.certificate().getEncoded()),
                      Base64.encode(authority.rootCertificate().getEncoded())))
              .build();
      var signed = new JWSObjectJSON(new Payload(json));
      signed.sign(header, new ECDSASigner((ECPrivateKey) key.key()));
      return signed.serializeFlattened();
    } catch (JOSEException | CertificateEncodingException e) {
      throw new IllegalStateException("The data of " + agency + " cannot be signed", e);
    }
  }
}
