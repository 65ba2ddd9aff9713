package org.motcua.exchange.electricity;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.platform.calling.OutOfOrder;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Clicks;
import org.motcua.testing.PowerCompany;
import org.motcua.testing.PowerCompany.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class HandOverTests extends ElectricityTest {

  @Autowired JdbcClient jdbc;

  @Test
  void whatIsSubmittedReachesTheCompanyWithItsPapersAndComesBackWithItsCode() {
    var mai = births.mother();
    var id = submit(mai);
    var code = awaitDocumentCode(id);

    var application = PowerCompany.applicationOf(codeOf(id));
    assertThat(application.path("service").asString()).isEqualTo("power-supply-low-voltage");
    assertThat(application.path("company").asString()).isEqualTo("Công ty Điện lực Quảng Ninh");
    assertThat(application.path("applicant").path("name").asString()).isEqualTo(mai.name());
    assertThat(application.path("computed").path("load.watts").asString()).isEqualTo("6900");
    assertThat(application.path("answers").toString())
        .contains("Điều hòa", "Sinh hoạt", "Một pha, 220 V", "Phường Hồng Hà");
    assertThat(application.path("papers").get(0).path("paper").asString())
        .isEqualTo("Giấy tờ về địa điểm dùng điện");
    await().atMost(ofSeconds(20)).until(() -> PowerCompany.hasPaper(drafts.proof(id).sha256()));

    assertThat(status(id)).isEqualTo(DossierStatus.ACCEPTED);
    assertThat(Clicks.text(as(mai).open(mine(id))))
        .contains("Tại Công ty Điện lực Quảng Ninh", code, "Đã nhận yêu cầu")
        .contains("/electricity/follow?code=" + code);
    assertThat(Clicks.text(as(mai).open(mine(id) + "?lang=en")))
        .contains("Their document code", "Request received", "Follow at the company");
    await()
        .atMost(ofSeconds(20))
        .until(() -> births.noticesTo(mai).containsKey("dossiers.notice.outside_accepted"));
  }

  @Test
  void whatIsHandledHereIsNotHandedOver() {
    var birth = submittedBy(births.mother());
    handOver.handOver(birth);
    assertThat(PowerCompany.codeOf(codeOf(birth))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void whileTheCompanyIsOutOfOrderTheApplicationWaitsAndThenArrivesOnce(Fault fault) {
    PowerCompany.fails(fault);
    var mai = births.mother();
    var id = submit(mai);
    assertThatThrownBy(() -> handOver.handOver(id)).isInstanceOf(OutOfOrder.class);
    assertThat(status(id)).isEqualTo(DossierStatus.REGISTERED);
    assertThat(Clicks.text(as(mai).open(mine(id)))).contains("Hồ sơ đang được chuyển tới");

    PowerCompany.mend();
    var code = awaitDocumentCode(id);
    assertTakenOnce(id, code);
  }

  @Test
  void twoNodesAtOnceHandOverOnce() {
    var id = submit(births.mother());
    AtOnce.both(
        () -> {
          handOver.handOver(id);
          return 1;
        },
        () -> {
          handOver.handOver(id);
          return 2;
        });
    assertTakenOnce(id, awaitDocumentCode(id));
  }

  @Test
  void theJobIsMadeInTheSubmissionsOwnTransaction() {
    PowerCompany.fails(Fault.UNAVAILABLE);
    var id = submit(births.mother());
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from platform.scheduled_tasks
                     where task_name = 'exchange.electricity.hand-over' and task_instance = :id
                    """)
                .param("id", id.toString())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    PowerCompany.mend();
    awaitDocumentCode(id);
  }

  private void assertTakenOnce(DossierId id, String code) {
    assertThat(documentCode(id)).isEqualTo(code);
    assertThat(events(id)).containsExactly(Event.SUBMITTED, Event.OUTSIDE_ACCEPTED);
    assertThat(
            jdbc.sql("select their_code from dossiers.outside where dossier = :id")
                .param("id", id.value())
                .query(String.class)
                .list())
        .containsExactly(code);
  }
}
