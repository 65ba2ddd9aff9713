package org.motcua.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.X509CertChainUtils;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class DataCopyTests {

  @Autowired Certificates certificates;
  @Autowired Printing printing;
  @Autowired MockMvcTester mvc;

  @Test
  void saysWhatThePdfSaysAndIsSignedByTheAgency() throws Exception {
    var certificate = certificates.issue(BirthCertificate.order(printing));
    var answer = mvc.get().uri("/verify/" + certificate.code() + "/data.json").exchange();
    assertThat(answer).hasStatusOk().hasContentType("application/jose+json");

    var signed = JWSObjectJSON.parse(answer.getResponse().getContentAsString());
    var signature = signed.getSignatures().getFirst();
    var chain = X509CertChainUtils.parse(signature.getHeader().getX509CertChain());
    chain.getFirst().verify(chain.getLast().getPublicKey());
    assertThat(signature.verify(new ECDSAVerifier(ECKey.parse(chain.getFirst())))).isTrue();
    assertThat(chain.getFirst().getSubjectX500Principal().getName("RFC1779"))
        .contains(certificate.issuerName());
    var said = signed.getPayload().toJSONObject();
    assertThat(said)
        .containsEntry("code", certificate.code().toString())
        .containsEntry("number", certificate.number())
        .containsEntry("sha256", certificate.sha256());
    assertThat(said.toString()).contains(certificate.facts().getFirst().value().vietnamese());
  }

  @Test
  void nobodyGetsDataByGuessing() {
    assertThat(mvc.get().uri("/verify/7K3M-Q9TB-2WXE-H5FN/data.json")).hasStatus(404);
    assertThat(mvc.get().uri("/verify/..%2f/data.json")).hasStatus4xxClientError();
  }
}
