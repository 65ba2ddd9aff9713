package org.motcua.identity.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.motcua.identity.certificates.DetachedSignature.Reading;
import org.motcua.testing.CertificateAuthority;
import org.motcua.testing.CertificateAuthority.Holder;

class DetachedSignatureTest {

  private static final String TEXT = "Toi dang nhap Mot Cua. Ma: abc";
  private static final Holder MAI =
      new CertificateAuthority("Đọc").issue("Nguyễn Thị Mai", "CMND:022190001234");

  @Test
  void whateverFormTheToolGivesIsRead() {
    var base64 = MAI.signs(TEXT);
    var der = Base64.getDecoder().decode(base64);
    var pem = "-----BEGIN PKCS7-----\n" + wrapped(base64) + "\n-----END PKCS7-----\n";
    for (var form : new byte[][] {der, bytes(base64), bytes(wrapped(base64)), bytes(pem)}) {
      assertThat(DetachedSignature.read(form, TEXT)).isInstanceOf(Reading.Signed.class);
    }
    assertThat(DetachedSignature.read(MAI.signsWithText(TEXT), TEXT))
        .isInstanceOf(Reading.Signed.class);
  }

  @Test
  void anEditorMayHaveEndedTheLine() {
    assertThat(DetachedSignature.read(bytes(MAI.signs(TEXT + "\r\n")), TEXT))
        .isInstanceOf(Reading.Signed.class);
    assertThat(DetachedSignature.read(bytes(MAI.signs(TEXT + "\n")), TEXT))
        .isInstanceOf(Reading.Signed.class);
  }

  @Test
  void aSignatureOfAnotherTextIsWrong() {
    assertThat(DetachedSignature.read(bytes(MAI.signs(TEXT + ".")), TEXT))
        .isInstanceOf(Reading.Wrong.class);
    assertThat(DetachedSignature.read(MAI.signsWithText(TEXT + "."), TEXT))
        .isInstanceOf(Reading.Wrong.class);
  }

  @Test
  void anAlteredSignatureIsWrong() {
    var der = Base64.getDecoder().decode(MAI.signs(TEXT));
    der[der.length - 5] ^= 1;
    assertThat(DetachedSignature.read(der, TEXT)).isNotInstanceOf(Reading.Signed.class);
  }

  @Test
  void garbageIsUnreadable() {
    for (var garbage : new String[] {"", "   ", "xin chào", "AAAA", "MII", "{}"}) {
      assertThat(DetachedSignature.read(bytes(garbage), TEXT))
          .as(garbage)
          .isInstanceOf(Reading.Unreadable.class);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String wrapped(String base64) {
    return base64.replaceAll("(.{64})", "$1\r\n");
  }
}
