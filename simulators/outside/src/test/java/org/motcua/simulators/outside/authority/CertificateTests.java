package org.motcua.simulators.outside.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.simulators.outside.OutsideTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OutsideTest
class CertificateTests {

  private static final byte[] CHALLENGE =
      "Đăng nhập Một Cửa\n0193-abc".getBytes(StandardCharsets.UTF_8);

  @Autowired MockMvcTester mvc;
  @Autowired Certificates certificates;

  @AfterEach
  void endFaults() {
    suffer("NONE");
  }

  @Test
  void aPersonsCertificateIsVouchedForUpToTheRoot() throws Exception {
    var mai = valid("022190001234");
    assertThat(mai.getSubjectX500Principal().getName())
        .contains("CN=Nguyễn Thị Mai")
        .contains("2.5.4.5=");
    assertThat(Holder.of(new X509CertificateHolder(mai.getEncoded()).getSubject()))
        .isEqualTo(new Holder.Person("Nguyễn Thị Mai", "022190001234"));
    validate(mai);
  }

  @Test
  void anEnterprisesCertificateNamesItAndItsRepresentative() throws Exception {
    var company = valid("5700123454");
    validate(company);
    assertThat(Holder.of(new X509CertificateHolder(company.getEncoded()).getSubject()))
        .isEqualTo(
            new Holder.Company(
                "Công ty TNHH Sao Vàng", "5700123454", "Trần Văn Hùng", "022088005678"));
  }

  @Test
  void expiredAndRevokedCertificatesAreRefusedByWhoeverChecks() {
    assertThatThrownBy(() -> validate(any("022092004321")))
        .isInstanceOf(CertPathValidatorException.class)
        .hasCauseInstanceOf(CertificateExpiredException.class);
    assertThatThrownBy(() -> validate(any("022099003333")))
        .isInstanceOf(CertPathValidatorException.class)
        .hasCauseInstanceOf(CertificateRevokedException.class);
  }

  @Test
  void programsGetASignatureThatStandsForTheContentAlone() throws Exception {
    var signature = sign("022190001234");
    assertThat(stands(signature, CHALLENGE)).isTrue();
    assertThatThrownBy(() -> stands(signature, "khác".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(CMSException.class);
  }

  @Test
  void whoHasNoValidCertificateSignsNothing() {
    assertThat(askToSign("022092004321", encoded())).hasStatus(404);
    assertThat(askToSign("022190001234", "%%%")).hasStatus(400).bodyText().contains("base64");
  }

  @Test
  void theSigningToolSignsWhatIsPastedWhateverTheBrowserDoesToLineEnds() throws Exception {
    var serial = certificates.findValid("022190001234").orElseThrow().serial();
    var page =
        mvc.post()
            .uri("/ca/sign")
            .multipart()
            .param("certificate", serial)
            .param("text", " Đăng nhập Một Cửa\r\n0193-abc \r\n")
            .exchange();
    assertThat(stands(signatureOn(page), CHALLENGE)).isTrue();
  }

  @Test
  void theSigningToolSignsAFileAsItIs() throws Exception {
    var serial = certificates.findValid("5700123454").orElseThrow().serial();
    var file = new byte[] {' ', '\r', '\n', 0};
    var page =
        mvc.post()
            .uri("/ca/sign")
            .multipart()
            .file(new MockMultipartFile("file", file))
            .param("certificate", serial)
            .exchange();
    assertThat(stands(signatureOn(page), file)).isTrue();
  }

  @Test
  void theSigningToolAsksForWhatIsMissing() {
    assertThat(mvc.get().uri("/ca/sign?text=abc")).bodyText().contains(">abc</textarea>");
    assertThat(mvc.post().uri("/ca/sign").multipart().param("text", ""))
        .hasStatus(422)
        .bodyText()
        .contains("Hãy chọn một chứng thư", "Hãy dán nội dung");
  }

  @Test
  void aCertificateIsHandedOutOnceHoweverOftenTheFormIsSentAndTakenBack() throws Exception {
    var serial = Certificates.newSerial();
    for (var i = 0; i < 2; i++) assertThat(issue(serial, "Phan Văn Mới")).hasStatus(302);
    assertThat(mvc.get().uri("/ca")).bodyText().containsOnlyOnce("001200012345");
    validate(valid("001200012345"));
    var certificate = any("001200012345");
    for (var i = 0; i < 2; i++) {
      assertThat(mvc.post().uri("/ca/certificates/" + serial + "/revocation")).hasStatus(302);
    }
    assertThatThrownBy(() -> validate(certificate))
        .hasCauseInstanceOf(CertificateRevokedException.class);
    assertThat(mvc.get().uri("/ca/certificates/" + serial + ".pem"))
        .bodyText()
        .startsWith("-----BEGIN CERTIFICATE-----");
  }

  @Test
  void aCertificateNeedsANameAndANumber() {
    assertThat(issue(Certificates.newSerial(), ""))
        .hasStatus(422)
        .bodyText()
        .contains("Hãy nhập họ và tên", "value=\"001200012345\"");
  }

  @Test
  void anAuthorityThatIsOutOfOrderIsOfNoUse() throws Exception {
    suffer("UNAVAILABLE");
    assertThat(mvc.get().uri("/ca/root.pem")).hasStatus(503);
    assertThat(mvc.get().uri("/ca/issuing.crl")).hasStatus(503);
    suffer("GARBLED");
    assertThat(mvc.get().uri("/ca/root.pem")).bodyText().startsWith("<html>");
    suffer("WRONG");
    assertThat(list("/ca/issuing.crl").getNextUpdate()).isInThePast();
    var wrong = sign("022190001234");
    assertThatThrownBy(() -> stands(wrong, CHALLENGE)).isInstanceOf(CMSException.class);
  }

  private void validate(X509Certificate certificate) throws Exception {
    var path =
        CertificateFactory.getInstance("X.509")
            .generateCertPath(List.of(certificate, certificate("/ca/issuing.pem")));
    var parameters = new PKIXParameters(Set.of(new TrustAnchor(certificate("/ca/root.pem"), null)));
    parameters.addCertStore(
        CertStore.getInstance(
            "Collection",
            new CollectionCertStoreParameters(
                List.of(list("/ca/root.crl"), list("/ca/issuing.crl")))));
    CertPathValidator.getInstance("PKIX").validate(path, parameters);
  }

  private X509Certificate certificate(String address) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(read(address));
  }

  private X509CRL list(String address) throws GeneralSecurityException {
    return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(read(address));
  }

  private ByteArrayInputStream read(String address) {
    var result = mvc.get().uri(address).exchange();
    assertThat(result).hasStatusOk();
    return new ByteArrayInputStream(result.getResponse().getContentAsByteArray());
  }

  private X509Certificate valid(String number) {
    return certificates.findValid(number).orElseThrow().certificate();
  }

  private X509Certificate any(String number) {
    return certificates.list().stream()
        .filter(one -> one.holder().number().equals(number))
        .findFirst()
        .orElseThrow()
        .certificate();
  }

  private byte[] sign(String subject) throws UnsupportedEncodingException {
    var result = askToSign(subject, encoded());
    assertThat(result).hasStatusOk();
    String signature = JsonPath.read(result.getResponse().getContentAsString(), "$.signature");
    return Base64.getDecoder().decode(signature);
  }

  private MvcTestResult askToSign(String subject, String content) {
    return mvc.post()
        .uri("/ca/api/sign")
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"subject\": \"%s\", \"content\": \"%s\"}".formatted(subject, content))
        .exchange();
  }

  private static String encoded() {
    return Base64.getEncoder().encodeToString(CHALLENGE);
  }

  private static byte[] signatureOn(MvcTestResult page) throws UnsupportedEncodingException {
    assertThat(page).hasStatusOk();
    var html = page.getResponse().getContentAsString(StandardCharsets.UTF_8);
    var start = html.indexOf(";base64,") + ";base64,".length();
    return Base64.getDecoder().decode(html.substring(start, html.indexOf('"', start)));
  }

  private static boolean stands(byte[] signature, byte[] content)
      throws CMSException, OperatorCreationException, GeneralSecurityException {
    var signed = new CMSSignedData(new CMSProcessableByteArray(content), signature);
    var signer = signed.getSignerInfos().getSigners().iterator().next();
    var certificate =
        (X509CertificateHolder)
            signed.getCertificates().getMatches(signer.getSID()).iterator().next();
    return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
  }

  private MvcTestResult issue(String serial, String name) {
    return mvc.post()
        .uri("/ca/certificates")
        .param("serial", serial)
        .param("name", name)
        .param("number", "001200012345")
        .exchange();
  }

  private void suffer(String fault) {
    assertThat(
            mvc.put()
                .uri("/faults/ca")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"fault\": \"%s\"}".formatted(fault)))
        .hasStatus(204);
  }
}
