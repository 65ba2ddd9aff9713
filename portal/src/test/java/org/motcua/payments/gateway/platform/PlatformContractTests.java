package org.motcua.payments.gateway.platform;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.motcua.payments.gateway.Failure;
import org.motcua.payments.gateway.GatewayContract;
import org.motcua.payments.model.Payment;
import org.motcua.testing.NationalPlatform;
import org.motcua.testing.NationalPlatform.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

class PlatformContractTests extends GatewayContract {

  private static final Map<Failure, Code> FAILURES =
      Map.of(
          Failure.CANCELLED, Code.CANCELLED,
          Failure.TIMED_OUT, Code.TIMED_OUT,
          Failure.NO_BALANCE, Code.NO_BALANCE,
          Failure.OVER_LIMIT, Code.OVER_LIMIT,
          Failure.NOT_ALLOWED, Code.NOT_ALLOWED,
          Failure.BANK_CLOSED, Code.BANK_CLOSED);

  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  /** MaLoi of what has come of each. */
  private final Map<String, String> codes = new ConcurrentHashMap<>();

  @Override
  protected String way() {
    return PlatformGateway.ID;
  }

  @Override
  protected Set<Failure> failures() {
    return FAILURES.keySet();
  }

  @Override
  protected OtherSide other() {
    return new OtherSide() {
      @Override
      public void pays(Payment payment) {
        codes.put(ref(payment), "00");
        NationalPlatform.becomes(ref(payment), "1", "00");
      }

      @Override
      public void fails(Payment payment, Failure why) {
        var code = requireNonNull(FAILURES.get(why)).code();
        codes.put(ref(payment), code);
        NationalPlatform.becomes(ref(payment), "4", code);
      }

      @Override
      public boolean tells(Payment payment) {
        return told(confirmation(payment, payment.total()));
      }

      @Override
      public void tellsForged(Payment payment) {
        var altered = new LinkedHashMap<>(confirmation(payment, payment.total()));
        altered.put("MaGiaoDich", "another");
        told(altered);
        altered.remove(Seal.FIELD);
        told(altered);
      }

      @Override
      public boolean tellsOfAnother() {
        return told(NationalPlatform.confirmation("MC000000000000", "00", "135000"));
      }

      @Override
      public boolean tellsOfAnotherSum(Payment payment) {
        return told(confirmation(payment, payment.total() + 1));
      }

      @Override
      public void dies() {
        NationalPlatform.fails(Fault.UNAVAILABLE);
      }

      @Override
      public void refusesRefunds() {
        NationalPlatform.fails(Fault.MEAN);
      }

      @Override
      public void losesAnswers() {
        NationalPlatform.fails(Fault.DEAF);
      }

      @Override
      public void mends() {
        NationalPlatform.mend();
      }

      @Override
      public long gaveBack(Payment payment) {
        return NationalPlatform.gaveBack(ref(payment));
      }
    };
  }

  private Map<String, String> confirmation(Payment payment, long dong) {
    var ref = ref(payment);
    return NationalPlatform.confirmation(ref, codes.getOrDefault(ref, "00"), String.valueOf(dong));
  }

  private boolean told(Map<String, String> confirmation) {
    var answer =
        mvc.post()
            .uri("/payments/platform/confirm")
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsString(confirmation))
            .exchange();
    return json.readTree(answer.getResponse().getContentAsByteArray())
        .path("MaLoi")
        .asString()
        .equals("00");
  }
}
