package org.motcua.dossiers.handling;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.CurrentUser;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.PaymentStore;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Two copies of a birth certificate cost 16,000 dong. */
class FeesAtTheCounterTests extends DossiersTest {

  @Autowired ChargeStore charges;
  @Autowired DossierStore dossiers;
  @Autowired PaymentStore payments;
  @Autowired JdbcClient jdbc;

  @Test
  void whatIsOwedIsToldToBothSidesUntilReceptionRecordsThePayment() {
    var mother = births.mother();
    var id = submittedBy(mother);
    assertThat(text(as(mother).open(mine(id)))).contains("16.000 đồng", "Chưa nộp.");
    assertThat(text(as(Officers.hongHaReception()).open(desk(id))))
        .contains("16.000 đồng", "Ghi nhận đã thu");
    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    assertThat(text(as(Officers.hongHaSpecialist()).open(desk(id))))
        .contains("Chưa nộp.")
        .doesNotContain("Ghi nhận đã thu");

    assertThat(settle(id, Officers.hongHaReception(), " BL-0012 "))
        .hasRedirectedUrl(desk(id) + "?done");
    assertThat(text(as(mother).open(mine(id)))).contains("biên lai số BL-0012");
    assertThat(text(as(Officers.hongHaReception()).open(desk(id))))
        .contains("biên lai số BL-0012")
        .doesNotContain("Ghi nhận đã thu");
  }

  @Test
  void twoClicksAreOnePaymentAndTheFirstReceiptStays() {
    var id = submittedBy(births.mother());
    AtOnce.both(
        () -> settle(id, Officers.hongHaReception(), "BL-1"),
        () -> settle(id, Officers.hongHaReception(), "BL-1"));
    assertThat(settle(id, Officers.hongHaReception(), "BL-2")).hasStatus3xxRedirection();

    assertThat(charges.find(id).orElseThrow().settlement())
        .satisfies(paid -> assertThat(paid.receipt()).isEqualTo("BL-1"));
    assertThat(events(id)).containsExactly(Event.SUBMITTED, Event.FEE_SETTLED);
  }

  @Test
  void thePortalGivesTheReceiptAndItStandsAmongTheApplicantsPayments() {
    var mother = births.mother();
    var id = submittedBy(mother);
    AtOnce.both(
        () -> settle(id, Officers.hongHaReception(), ""),
        () -> settle(id, Officers.hongHaReception(), ""));
    assertThat(charges.find(id).orElseThrow().settlement()).matches(paid -> !paid.online());
    assertThat(payments.listFor("dossier:" + id))
        .singleElement()
        .satisfies(paid -> assertThat(paid.status()).isEqualTo(PaymentStatus.PAID));
    assertThat(text(as(mother).open(mine(id))))
        .contains("Đã nộp tại quầy", "Xem khoản nộp và biên lai")
        .doesNotContain("Nộp phí trực tuyến");
    assertThat(text(as(mother).open("/my/payments"))).contains("Đã nộp", "16.000 đồng");
    assertThat(events(id)).containsExactly(Event.SUBMITTED, Event.FEE_SETTLED);
  }

  @Test
  void aNumberThatIsTooLongIsNotKept() {
    var id = submittedBy(births.mother());
    assertThat(text(settle(id, Officers.hongHaReception(), "1".repeat(51))))
        .contains("Chưa ghi nhận: hãy nhập số biên lai");
    assertThat(charges.find(id).orElseThrow().settlement()).isNull();
  }

  @Test
  void anAgencyWithoutAnAccountRecordsTheNumberOfItsOwnReceipt() {
    var id = submittedBy(births.mother());
    withoutAccounts(
        () -> {
          assertThat(text(settle(id, Officers.hongHaReception(), " ")))
              .contains("Chưa ghi nhận: hãy nhập số biên lai", "chưa có tài khoản");
          settle(id, Officers.hongHaReception(), "BL-3");
        });
    assertThat(charges.find(id).orElseThrow().settlement())
        .satisfies(paid -> assertThat(paid.receipt()).isEqualTo("BL-3"));
    assertThat(payments.listFor("dossier:" + id)).isEmpty();
  }

  @Test
  void theResultIsHandedOverOnceItIsPaid() {
    var mother = births.mother();
    var id = births.complete(mother);
    as(mother).send(mine(id) + "/submission", "declared", "true", "delivery", "COUNTER");
    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    as(Officers.hongHaSpecialist()).send(desk(id) + "/handling");
    as(Officers.hongHaSpecialist()).send(desk(id) + "/preparation", "step", "1");
    as(Officers.hongHaLeader()).send(desk(id) + "/decision", "step", "2", "verdict", "approve");
    await().atMost(ofSeconds(30)).until(() -> dossiers.find(id).orElseThrow().result() != null);

    assertThat(text(as(Officers.hongHaReception()).open(desk(id))))
        .contains("Người nộp hồ sơ chưa nộp phí", "Ghi nhận đã thu");
    assertThat(text(as(Officers.hongHaReception()).send(desk(id) + "/return", "takenBy", "Mai")))
        .contains("Chưa trao");
    settle(id, Officers.hongHaReception(), "");
    as(Officers.hongHaReception()).send(desk(id) + "/return", "takenBy", "Mai");
    assertThat(dossiers.find(id).orElseThrow().status()).isEqualTo(DossierStatus.RETURNED);
  }

  private void withoutAccounts(Runnable work) {
    var all = jdbc.sql("select * from payments.beneficiary").query().listOfRows();
    jdbc.sql("delete from payments.beneficiary").update();
    try {
      work.run();
    } finally {
      for (var row : all) {
        jdbc.sql(
                """
                insert into payments.beneficiary (owner, name, account, bank, changed_at, changed_by)
                values (:owner, :name, :account, :bank, :changed_at, :changed_by)
                """)
            .params(row)
            .update();
      }
    }
  }

  @Test
  void onlyReceptionOfTheAgencyRecordsIt() {
    var id = submittedBy(births.mother());
    assertThat(settle(id, Officers.hongHaSpecialist(), "BL-1")).hasStatus(404);
    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    assertThat(text(settle(id, Officers.hongHaSpecialist(), "BL-1"))).contains("Chưa thực hiện");
    assertThat(settle(id, Officers.baiChayReception(), "BL-1")).hasStatus(404);
    assertThat(charges.find(id).orElseThrow().settlement()).isNull();
  }

  @Test
  void nobodyPaysForWhatWasRefused() {
    var id = submittedBy(births.mother());
    as(Officers.hongHaReception()).send(desk(id) + "/refusal", "reason", "Trùng hồ sơ");
    assertThat(text(as(Officers.hongHaReception()).open(desk(id))))
        .doesNotContain("Ghi nhận đã thu");
    assertThat(text(settle(id, Officers.hongHaReception(), "BL-1"))).contains("Chưa thực hiện");
    assertThat(events(id)).containsExactly(Event.SUBMITTED, Event.REFUSED);
  }

  @Test
  void nobodyPaysForWhatMayYetBeWithdrawn() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(mother).send(mine(id) + "/withdrawal");
    assertThat(text(settle(id, Officers.hongHaReception(), "BL-1"))).contains("Chưa thực hiện");

    as(Officers.hongHaReception()).send(desk(id) + "/withdrawal-denial", "reason", "Đã ký");
    settle(id, Officers.hongHaReception(), "BL-1");
    assertThat(charges.find(id).orElseThrow().settlement()).isNotNull();
  }

  private MvcTestResult settle(DossierId id, CurrentUser officer, String receipt) {
    return as(officer).send(desk(id) + "/fee", "receipt", receipt);
  }

  private List<Event> events(DossierId id) {
    return dossiers.historyOf(id).stream().map(entry -> entry.event()).toList();
  }
}
