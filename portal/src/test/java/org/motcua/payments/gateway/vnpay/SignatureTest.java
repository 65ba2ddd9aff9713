package org.motcua.payments.gateway.vnpay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what an independent client library (npm vnpay 2.5.0) has computed. */
class SignatureTest {

  private static final Signature SIGNATURE = new Signature("TESTSECRETKEY1234567890ABCDEFGHJ");
  private static final String NOTICE_HASH =
      "0463e463a65e287fbfc1aafba5ead400898d2f4ea5c10217c4639320013a18681c214558367393dc22219fabf6af"
          + "b9a3648ad087a2213eb3a3f45265fae19b99";

  private static Map<String, String> notice() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("vnp_TxnRef", "HS0001");
    fields.put("vnp_Amount", "13500000");
    fields.put("vnp_BankCode", "NCB");
    fields.put("vnp_BankTranNo", "VNP01");
    fields.put("vnp_CardType", "ATM");
    fields.put("vnp_OrderInfo", "Thanh toan ho so 1");
    fields.put("vnp_PayDate", "20201209100300");
    fields.put("vnp_ResponseCode", "00");
    fields.put("vnp_TmnCode", "DEMOV210");
    fields.put("vnp_TransactionNo", "13863000");
    fields.put("vnp_TransactionStatus", "00");
    fields.put(Signature.FIELD, NOTICE_HASH);
    return fields;
  }

  @Test
  void theAddressOfAPayment() {
    var order = new TreeMap<String, String>();
    order.put("vnp_Amount", Codes.amount(135_000));
    order.put("vnp_Command", "pay");
    order.put("vnp_CreateDate", "20201209100000");
    order.put("vnp_CurrCode", "VND");
    order.put("vnp_ExpireDate", "20201209101500");
    order.put("vnp_IpAddr", "127.0.0.1");
    order.put("vnp_Locale", "vn");
    order.put("vnp_OrderInfo", "Thanh toan ho so 000.00.01.H22-201209-0001");
    order.put("vnp_OrderType", "other");
    order.put("vnp_ReturnUrl", "https://dvc.local/return?x=1");
    order.put("vnp_TmnCode", "DEMOV210");
    order.put("vnp_TxnRef", "HS0001");
    order.put("vnp_Version", "2.1.0");

    assertThat(VnpayGateway.address("https://gateway/paymentv2/vpcpay.html", order, SIGNATURE))
        .isEqualTo(
            "https://gateway/paymentv2/vpcpay.html?vnp_Amount=13500000&vnp_Command=pay"
                + "&vnp_CreateDate=20201209100000&vnp_CurrCode=VND&vnp_ExpireDate=20201209101500"
                + "&vnp_IpAddr=127.0.0.1&vnp_Locale=vn"
                + "&vnp_OrderInfo=Thanh+toan+ho+so+000.00.01.H22-201209-0001&vnp_OrderType=other"
                + "&vnp_ReturnUrl=https%3A%2F%2Fdvc.local%2Freturn%3Fx%3D1&vnp_TmnCode=DEMOV210"
                + "&vnp_TxnRef=HS0001&vnp_Version=2.1.0&vnp_SecureHash="
                + "163aa92fc1443ac5ddddd579136403c90e8d3f76be3354c2256954971236d971bc78ef0813bae8775d"
                + "84d65c3f6476a33062e376335823842f26f382f5275794");
  }

  @Test
  void aNoticeInWhateverOrderAndCase() {
    assertThat(Signature.equal(SIGNATURE.ofFields(notice()), NOTICE_HASH)).isTrue();
    assertThat(Signature.equal(SIGNATURE.ofFields(notice()), NOTICE_HASH.toUpperCase())).isTrue();
    assertThat(Signature.equal(SIGNATURE.ofFields(notice()), null)).isFalse();
    assertThat(Signature.equal(SIGNATURE.ofFields(notice()), "")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vnp_TxnRef",
        "vnp_Amount",
        "vnp_BankCode",
        "vnp_BankTranNo",
        "vnp_CardType",
        "vnp_OrderInfo",
        "vnp_PayDate",
        "vnp_ResponseCode",
        "vnp_TmnCode",
        "vnp_TransactionNo",
        "vnp_TransactionStatus"
      })
  void aNoticeWithAnyFieldChangedOrTakenAwayIsForged(String field) {
    var changed = notice();
    changed.put(field, changed.get(field) + "1");
    assertThat(SIGNATURE.ofFields(changed)).isNotEqualTo(NOTICE_HASH);
    var shortened = notice();
    shortened.remove(field);
    assertThat(SIGNATURE.ofFields(shortened)).isNotEqualTo(NOTICE_HASH);
  }

  @Test
  void whatDoesNotBelongToTheProtocolIsNotSigned() {
    var more = notice();
    more.put("utm_source", "somewhere");
    more.put("vnp_SecureHashType", "HmacSHA512");
    more.put("vnp_Empty", "");
    assertThat(SIGNATURE.ofFields(more)).isEqualTo(NOTICE_HASH);
  }

  @Test
  void amountsAreHundredthsOfWholeDong() {
    assertThat(Codes.dong("13500000")).contains(135_000L);
    assertThat(Codes.dong("13500050")).isEmpty();
    assertThat(Codes.dong("-100")).isEmpty();
    assertThat(Codes.dong("1e5")).isEmpty();
    assertThat(Codes.dong(null)).isEmpty();
    assertThat(Codes.dong("9".repeat(40))).isEmpty();
  }

  @Test
  void wordsForTheGatewayHaveNoMarks() {
    assertThat(VnpayGateway.plain("Đăng ký: khai sinh, số 5"))
        .isEqualTo("Dang ky  khai sinh  so 5");
  }
}
