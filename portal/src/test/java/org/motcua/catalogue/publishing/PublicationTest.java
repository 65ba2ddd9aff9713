package org.motcua.catalogue.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.Procedures;
import org.motcua.catalogue.model.Version;
import org.motcua.catalogue.model.Version.Change;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.organisation.UnitCode;
import org.motcua.testing.AtOnce;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class PublicationTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final UnitCode HO_CHI_MINH_CITY = new UnitCode("79");
  private static final UnitCode QUANG_NINH = new UnitCode("22");

  @Autowired private Publication publication;
  @Autowired private BringIntoForce bringIntoForce;
  @Autowired private VersionStore versions;
  @Autowired private Catalogue catalogue;
  @Autowired private TransactionTemplate transaction;
  @Autowired private MovableClock clock;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void leaveNothing() {
    clock.reset();
    jdbc.sql("delete from catalogue.version where code like '9.1%'").update();
    jdbc.sql("delete from catalogue.procedure where code like '9.1%'").update();
  }

  @Test
  void aVersionPublishedAheadBeginsOnItsDay() {
    var code = published("9.100001", "Cấp phép cũ", today());
    published("9.100001", "Cấp phép mới", today().plusDays(20));

    assertThat(catalogue.get(code).name()).isEqualTo("Cấp phép cũ");
    clock.advance(Duration.ofDays(19));
    bringIntoForce.bring();
    assertThat(catalogue.get(code).name()).isEqualTo("Cấp phép cũ");
    clock.advance(Duration.ofDays(1));
    bringIntoForce.bring();
    assertThat(catalogue.get(code).name()).isEqualTo("Cấp phép mới");
    assertThat(versions.listDue(today(), 10)).isEmpty();
  }

  @Test
  void whatHeldOnADayCanBeReadForEver() {
    var code = published("9.100002", "Lần một", LocalDate.of(2020, 7, 1));
    published("9.100002", "Lần hai", LocalDate.of(2021, 1, 1));
    abolished(code, LocalDate.of(2022, 3, 1));

    assertThat(nameOn(code, "2020-06-30")).isEmpty();
    assertThat(nameOn(code, "2020-07-01")).contains("Lần một");
    assertThat(nameOn(code, "2020-12-31")).contains("Lần một");
    assertThat(nameOn(code, "2021-01-01")).contains("Lần hai");
    assertThat(nameOn(code, "2022-02-28")).contains("Lần hai");
    assertThat(nameOn(code, "2022-03-01")).isEmpty();
    assertThat(catalogue.find(code)).isEmpty();
    assertThat(versions.list(code, 10))
        .extracting(Version::change)
        .containsExactly(Change.ABOLISHED, Change.AMENDED, Change.PUBLISHED);
  }

  @Test
  void theSameTextAgainIsNoVersion() {
    var code = published("9.100003", "Cấp phép", today());

    assertThat(publish("9.100003", "Cấp phép", today())).isEmpty();
    assertThat(takenIn("9.100003", "Cấp phép")).isEmpty();

    assertThat(versions.list(code, 10)).hasSize(1);
  }

  @Test
  void whatIsDecidedForAnEarlierDayDoesNotUndoWhatCameLater() {
    var code = published("9.100004", "Nay", LocalDate.of(2021, 1, 1));
    published("9.100004", "Sửa cho ngày trước", LocalDate.of(2020, 1, 1));

    assertThat(catalogue.get(code).name()).isEqualTo("Nay");
    assertThat(nameOn(code, "2020-05-05")).contains("Sửa cho ngày trước");
  }

  @Test
  void anAbolishedProcedureIsPublishedAgain() {
    var code = published("9.100005", "Cấp phép", LocalDate.of(2020, 1, 1));
    abolished(code, LocalDate.of(2021, 1, 1));

    var again = publish("9.100005", "Cấp phép", LocalDate.of(2022, 1, 1));

    assertThat(again).map(Version::change).contains(Change.PUBLISHED);
    assertThat(catalogue.find(code)).isPresent();
    assertThat(abolished(new ProcedureCode("9.199999"), today())).isEmpty();
  }

  @Test
  void aReaderReadsTheCopyOfHisProvince() {
    var code = published("9.100006", "Đăng ký", today());
    published("9.100006.000.00.00.H29", "Đăng ký tại Thành phố Hồ Chí Minh", today());

    assertThat(catalogue.findFor(code, HO_CHI_MINH_CITY))
        .map(Procedure::name)
        .contains("Đăng ký tại Thành phố Hồ Chí Minh");
    assertThat(catalogue.findFor(code, QUANG_NINH)).map(Procedure::name).contains("Đăng ký");
  }

  @Test
  void twoWhoPublishAtOnceAreNumberedOneAfterTheOther() {
    var code = new ProcedureCode("9.100007");

    AtOnce.both(
        () -> published(code.value(), "Một", LocalDate.of(2020, 1, 1)),
        () -> published(code.value(), "Hai", LocalDate.of(2020, 1, 2)));

    assertThat(versions.list(code, 10)).extracting(Version::number).containsExactlyInAnyOrder(1, 2);
    assertThat(catalogue.get(code).name()).isEqualTo("Hai");
  }

  private ProcedureCode published(String code, String name, LocalDate from) {
    assertThat(publish(code, name, from)).isPresent();
    return new ProcedureCode(code);
  }

  private Optional<Version> publish(String code, String name, LocalDate from) {
    return transaction.execute(
        status -> publication.publish(Procedures.named(code, name), from, "system:test"));
  }

  private Optional<Version> takenIn(String code, String name) {
    return transaction.execute(
        status -> publication.takeIn(Procedures.named(code, name), "system:test"));
  }

  private Optional<Version> abolished(ProcedureCode code, LocalDate from) {
    return transaction.execute(status -> publication.abolish(code, from, "system:test"));
  }

  private Optional<String> nameOn(ProcedureCode code, String day) {
    return catalogue.find(code, LocalDate.parse(day)).map(Procedure::name);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZONE));
  }
}
