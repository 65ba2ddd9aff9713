package org.motcua.payments.paying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Bilingual;
import org.motcua.identity.CurrentUser;
import org.motcua.payments.Item;
import org.motcua.payments.NewPayment;
import org.motcua.payments.Payer;
import org.motcua.payments.Purpose;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.ExpiredPayments;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.gateway.TrialGateway;
import org.motcua.testing.Citizens;
import org.motcua.testing.Clicks;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a payer would not see otherwise lies in the inbox. */
class PayerNoticesTests extends MoneyTest {

  @Autowired MockMvcTester mvc;
  @Autowired MovableClock clock;
  @Autowired ExpiredPayments expired;

  private final CurrentUser hoa = Citizens.hoa();

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aBankThatTakesTheMoneyBackIsTold() {
    var title = "Lệ phí " + UUID.randomUUID();
    var payment = asked(of(title, "trial"));
    var attempt = begun(payment, TrialGateway.ID);
    takeFinding.take(TrialGateway.ID, attempt.ref(), paid(20_000));
    for (var twice = 0; twice < 2; twice++) {
      takeFinding.take(TrialGateway.ID, attempt.ref(), new Finding.Reversed());
    }
    assertThat(inbox()).containsOnlyOnce("Ngân hàng đã thu lại 20.000 đồng");
    assertThat(mine()).contains(title, "Ngân hàng đã thu lại");
  }

  @Test
  void whatAProgramHasAskedForAndNobodyPaidIsTold() {
    var title = "Khóa học " + UUID.randomUUID();
    asked(of(title, "client:school"));
    asked(of("Của cổng " + UUID.randomUUID(), "trial"));
    clock.advance(Duration.ofDays(8));
    expired.expireAll();
    assertThat(inbox()).containsOnlyOnce("Hết hạn nộp 20.000 đồng");
    assertThat(mine()).contains(title, "Hết hạn");
  }

  private String inbox() {
    return text(Clicks.of(hoa, mvc).open("/my/inbox"));
  }

  private String mine() {
    return text(Clicks.of(hoa, mvc).open("/my/payments"));
  }

  private NewPayment of(String title, String askedBy) {
    return new NewPayment(
        "trial:" + UUID.randomUUID(),
        Purpose.FEE,
        Bilingual.same(title),
        List.of(new Item("1", Bilingual.same("Lệ phí"), 20_000, SomethingToPay.COMMUNE)),
        new Payer(hoa.id(), hoa.name(), null),
        Map.of(),
        askedBy,
        null,
        Instant.now().plus(Duration.ofDays(7)));
  }
}
