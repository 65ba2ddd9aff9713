package org.motcua.payments.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.dossiers.api.Programs.json;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.api.Programs;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Role;
import org.motcua.payments.CounterPayments;
import org.motcua.payments.CounterPayments.Cashier;
import org.motcua.payments.PaymentId;
import org.motcua.payments.gateway.MoneyTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A program has somebody pay. */
class PaymentsApiTests extends MoneyTest {

  private static final String PAYMENTS = "/api/payments";

  @Autowired Programs programs;
  @Autowired CounterPayments counter;

  private Programs.Program quangNinh() {
    return programs.ofClient("quangninh-portal", Programs.QUANG_NINH, "payments");
  }

  private static String asking(String reference, long dong) {
    return """
    {"reference": "%s", "purpose": "FEE", "title": {"vi": "Lệ phí", "en": "Fee"},
     "items": [{"code": "2716", "name": {"vi": "Lệ phí"}, "dong": %d,
       "to": {"owner": "000.00.00.H49", "name": "UBND tỉnh", "account": "3511.0.1012345",
              "bank": "970436"}}],
     "payer": {"name": "Nguyễn Thị Mai", "email": "mai@example.vn"}, "minutes": 60}
    """
        .formatted(reference, dong);
  }

  @Test
  void whatIsAskedForTwiceIsOnePaymentThatOnlyTheAskerSees() {
    var reference = UUID.randomUUID().toString();
    var first = quangNinh().post(PAYMENTS, asking(reference, 135_000));
    assertThat(first).hasStatus(201);
    var payment = json(first);
    assertThat(payment.get("page").asString()).contains("/pay/");
    assertThat(payment.get("status").asString()).isEqualTo("OPEN");

    var again = quangNinh().post(PAYMENTS, asking(reference, 135_000));
    assertThat(again).hasStatus(200);
    assertThat(json(again).get("id")).isEqualTo(payment.get("id"));

    var href = payment.get("href").asString();
    assertThat(quangNinh().get(href)).hasStatus(200);
    assertThat(programs.ofClient("hue-portal", "000.00.00.H57", "payments").get(href))
        .hasStatus(404);
    assertThat(programs.ofClient("quangninh-portal", Programs.QUANG_NINH, "x").get(href))
        .hasStatus(403);
    assertThat(json(quangNinh().get(PAYMENTS + "?reference=" + reference)).get("items").size())
        .isEqualTo(1);
  }

  @Test
  void theSameKeyIsAnsweredAlikeAndAnotherBodyIsRefused() {
    var key = UUID.randomUUID().toString();
    var body = asking(UUID.randomUUID().toString(), 1_000);
    var first = json(quangNinh().post(PAYMENTS, body, key));
    var second = quangNinh().post(PAYMENTS, body, key);
    assertThat(second).hasStatus(201);
    assertThat(json(second)).isEqualTo(first);
    assertThat(quangNinh().post(PAYMENTS, asking("other", 1_000), key)).hasStatus(422);
    assertThat(quangNinh().post(PAYMENTS, body, null)).hasStatus(400);
  }

  @Test
  void itIsCancelledOnceAndNothingUnpaidIsGivenBack() {
    var href =
        json(quangNinh().post(PAYMENTS, asking(UUID.randomUUID().toString(), 5_000)))
            .get("href")
            .asString();
    assertThat(quangNinh().post(href + "/refunds", "{\"reason\": \"x\"}")).hasStatus(409);
    assertThat(json(quangNinh().post(href + "/cancellation", "{}")).get("status").asString())
        .isEqualTo("CANCELLED");
    assertThat(quangNinh().post(href + "/cancellation", "{}")).hasStatus(200);
  }

  @Test
  void ofWhatIsPaidAPartGoesBackOnceHoweverOftenItIsAsked() {
    var asked = json(quangNinh().post(PAYMENTS, asking(UUID.randomUUID().toString(), 90_000)));
    var href = asked.get("href").asString();
    paidAtTheCounter(asked.get("id").asString());
    assertThat(json(quangNinh().get(href)).get("status").asString()).isEqualTo("PAID");
    assertThat(json(quangNinh().get(href)).get("refunds").size()).isZero();

    var key = UUID.randomUUID().toString();
    var order = "{\"dong\": 30000, \"reason\": \"Thu nhầm\"}";
    var ordered = quangNinh().post(href + "/refunds", order, key);
    assertThat(ordered).hasStatus(201);
    assertThat(json(quangNinh().post(href + "/refunds", order, key))).isEqualTo(json(ordered));
    assertThat(json(quangNinh().get(json(ordered).get("href").asString())).get("dong").asLong())
        .isEqualTo(30_000);
    var seen = json(quangNinh().get(href));
    assertThat(seen.get("refunded").asLong()).isEqualTo(30_000);
    assertThat(seen.get("refunds").valueStream().toList()).containsExactly(json(ordered));

    var tooMuch = quangNinh().post(href + "/refunds", "{\"dong\": 60001, \"reason\": \"x\"}");
    assertThat(tooMuch).hasStatus(422);
    assertThat(json(tooMuch).get("errors").findValuesAsString("pointer")).contains("/dong");
    var noReason = quangNinh().post(href + "/refunds", "{\"dong\": 1}");
    assertThat(noReason).hasStatus(422);
    assertThat(json(noReason).get("errors").findValuesAsString("pointer")).contains("/reason");
    assertThat(
            json(quangNinh().post(href + "/refunds", "{\"reason\": \"x\"}")).get("dong").asLong())
        .isEqualTo(60_000);
    assertThatTheBooksBalance();
  }

  private void paidAtTheCounter(String id) {
    var province = new AgencyId("000.00.00.H49");
    var paid =
        counter.record(
            new PaymentId(UUID.fromString(id)),
            new Cashier("officer:lan", province, Set.of(Role.RECEPTION)),
            CounterPayments.Means.CASH);
    assertThat(paid).isInstanceOf(CounterPayments.Outcome.Recorded.class);
  }

  @Test
  void everythingWrongIsNamed() {
    var answer =
        quangNinh()
            .post(
                PAYMENTS,
                """
                {"reference": " ", "items": [{"dong": 0, "to": {"owner": "000.00.00.H57"}}],
                 "returnTo": "https://evil.example/", "minutes": 1}
                """);
    assertThat(answer).hasStatus(422);
    assertThat(json(answer).get("errors").findValuesAsString("pointer"))
        .contains(
            "/reference",
            "/purpose",
            "/title/vi",
            "/items/0/dong",
            "/items/0/to/owner",
            "/payer/name",
            "/returnTo",
            "/minutes");
  }
}
