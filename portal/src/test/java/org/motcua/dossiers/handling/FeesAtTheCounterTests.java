package org.motcua.dossiers.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Two copies of a birth certificate cost 16,000 dong. */
class FeesAtTheCounterTests extends DossiersTest {

  @Autowired ChargeStore charges;
  @Autowired DossierStore dossiers;

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
  void aPaymentWithoutAReceiptIsNotRecorded() {
    var id = submittedBy(births.mother());
    assertThat(text(settle(id, Officers.hongHaReception(), " ")))
        .contains("Chưa ghi nhận: hãy nhập số biên lai");
    assertThat(text(settle(id, Officers.hongHaReception(), "1".repeat(51))))
        .contains("Chưa ghi nhận: hãy nhập số biên lai");
    assertThat(charges.find(id).orElseThrow().settlement()).isNull();
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
