package org.motcua.payments.gateway.vietqr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VietQrTest {

  /** Computed with an independent library. */
  @Test
  void isAsOthersReadIt() {
    assertThat(new VietQr("970436", "0011001234567", 135_000, "HS000001").text())
        .isEqualTo(
            "00020101021238570010A00000072701270006970436011300110012345670208QRIBFTTA"
                + "530370454061350005802VN62120808HS0000016304FF93");
  }
}
