package org.motcua.payments.gateway.vietqr;

import java.util.LinkedHashMap;
import java.util.Map;
import org.motcua.payments.gateway.GatewayContract;
import org.motcua.payments.model.Payment;
import org.motcua.testing.PayersBank;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** A bank tells of money alone: not of failures, and whatever sum has come is taken. */
class VietQrContractTests extends GatewayContract {

  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  @Override
  protected String way() {
    return VietQrGateway.ID;
  }

  @Override
  protected OtherSide other() {
    return new OtherSide() {
      @Override
      public void pays(Payment payment) {
        // The bank will tell.
      }

      @Override
      public boolean tells(Payment payment) {
        return told(credit(payment), PayersBank.SECRET);
      }

      @Override
      public void tellsForged(Payment payment) {
        told(credit(payment), "a guess");
      }

      @Override
      public boolean tellsOfAnother() {
        var elsewhere = new LinkedHashMap<>(credit("FT1", "MC000000000000", DONG));
        elsewhere.put("account", "9999999999");
        return told(elsewhere, PayersBank.SECRET);
      }

      @Override
      public void dies() {
        PayersBank.says("503");
      }

      @Override
      public void refusesRefunds() {
        PayersBank.says("REFUSED");
      }

      @Override
      public void losesAnswers() {
        PayersBank.says("LOST");
      }

      @Override
      public void mends() {
        PayersBank.mend();
      }

      @Override
      public long gaveBack(Payment payment) {
        return PayersBank.sent("HOAN TIEN " + ref(payment));
      }
    };
  }

  private Map<String, Object> credit(Payment payment) {
    return credit("FT" + payment.id(), ref(payment), payment.total());
  }

  private static Map<String, Object> credit(String id, String text, long dong) {
    var credit = new LinkedHashMap<String, Object>();
    credit.put("id", id);
    credit.put("bank", PayersBank.BANK);
    credit.put("account", PayersBank.ACCOUNT);
    credit.put("dong", dong);
    credit.put("text", text);
    credit.put("at", "2026-11-23T09:15:02+07:00");
    credit.put("from", Map.of("bank", "970436", "account", "0011002233", "name", "TRAN VAN HUNG"));
    return credit;
  }

  private boolean told(Map<String, Object> credit, String secret) {
    var body = json.writeValueAsString(credit);
    var time = String.valueOf(clock.instant().getEpochSecond());
    var answer =
        mvc.post()
            .uri("/payments/bank/credits")
            .contentType(MediaType.APPLICATION_JSON)
            .header("Bank-Timestamp", time)
            .header("Bank-Signature", PayersBank.signature(time, body, secret))
            .content(body)
            .exchange();
    return answer.getResponse().getStatus() == 200;
  }
}
