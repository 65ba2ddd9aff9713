package org.motcua.simulators.agency.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.motcua.simulators.agency.FakePerson;
import org.motcua.simulators.agency.ProvinceTest;
import org.motcua.simulators.agency.people.Standing.Claimable;
import org.motcua.simulators.agency.people.Standing.Known;
import org.motcua.simulators.agency.people.Standing.Taken;
import org.motcua.simulators.agency.people.Standing.Unknown;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is whose account, on the real database. */
class JoiningTests extends ProvinceTest {

  @Autowired Joining joining;
  @Autowired JdbcClient jdbc;

  @Test
  void whoIsInNoAccountIsUnknown() {
    assertThat(joining.recognise(identity(FakePerson.stranger()))).isInstanceOf(Unknown.class);
  }

  @Test
  void anAccountOpenedOnceIsFoundByItsTechIdEvenUnderAnotherNumber() {
    var stranger = FakePerson.stranger();
    var opened = (Known) joining.open(identity(stranger));
    var renumbered = identity(stranger.with("SoDinhDanh", FakePerson.newNumber()));
    assertThat(joining.arrive(renumbered))
        .isInstanceOfSatisfying(
            Known.class, k -> assertThat(k.account().id()).isEqualTo(opened.account().id()));
  }

  @Test
  void openingTwiceOpensOneAccount() {
    var stranger = identity(FakePerson.stranger());
    assertThat(joining.open(stranger)).isInstanceOf(Known.class);
    assertThat(joining.open(stranger)).isInstanceOf(Known.class);
    assertThat(accountsOf(stranger)).isEqualTo(1);
  }

  @Test
  void openingInManyWindowsAtOnceOpensOneAccount() throws Exception {
    var stranger = identity(FakePerson.stranger());
    var windows = Stream.<Callable<Standing>>generate(() -> () -> joining.open(stranger)).limit(8);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var standing : threads.invokeAll(windows.toList())) {
        assertThat(standing.get()).isInstanceOf(Known.class);
      }
    }
    assertThat(accountsOf(stranger)).isEqualTo(1);
  }

  @Test
  void anOldAccountIsHisWhenHeSaysSoAndStaysHis() {
    var number = FakePerson.newNumber();
    var old = oldAccount("citizen_number", number, Kind.CITIZEN);
    var owner = identity(FakePerson.citizen("Bùi Văn Đạt", number));
    assertThat(joining.recognise(owner))
        .isInstanceOfSatisfying(Claimable.class, c -> assertThat(c.account().id()).isEqualTo(old));
    assertThat(joining.join(owner)).isInstanceOf(Known.class);
    assertThat(joining.join(owner))
        .isInstanceOfSatisfying(Known.class, k -> assertThat(k.account().id()).isEqualTo(old));
  }

  @Test
  void anOldAccountIsFoundByTheFormerNumberAndGetsTheNewOne() {
    var former = FakePerson.newNumber().substring(3);
    var old = oldAccount("former_number", former, Kind.CITIZEN);
    var owner = identity(FakePerson.stranger().with("SoCMND", former));
    assertThat(joining.recognise(owner)).isInstanceOf(Claimable.class);
    assertThat(joining.join(owner))
        .isInstanceOfSatisfying(
            Known.class,
            known -> {
              assertThat(known.account().id()).isEqualTo(old);
              assertThat(known.account().citizenNumber()).isEqualTo(owner.citizenNumber());
              assertThat(known.account().level()).isEqualTo(Level.PASSWORD);
            });
  }

  @Test
  void anEnterpriseIsFoundByItsTaxCodeAndNeverByANumberOfItsHead() {
    var code = FakePerson.newNumber().substring(2);
    oldAccount("tax_code", code, Kind.ENTERPRISE);
    var company = FakePerson.saoVang().with("MaSoThue", code);
    assertThat(joining.recognise(identity(company))).isInstanceOf(Claimable.class);

    var head = FakePerson.newNumber();
    oldAccount("citizen_number", head, Kind.CITIZEN);
    var other = company.with("MaSoThue", FakePerson.newNumber().substring(2));
    assertThat(joining.recognise(identity(other.with("SoDinhDanh", head))))
        .isInstanceOf(Unknown.class);
  }

  @Test
  void anAccountOfAnotherIsNotGivenAway() {
    var number = FakePerson.newNumber();
    joining.open(identity(FakePerson.citizen("Bùi Văn Đạt", number)));
    var second = identity(FakePerson.citizen("Bùi Văn Đạt", number));
    assertThat(joining.recognise(second)).isInstanceOf(Taken.class);
    assertThat(joining.join(second)).isInstanceOf(Taken.class);
    assertThat(joining.open(second)).isInstanceOf(Taken.class);
  }

  @Test
  void whatThePortalDoesNotSayStaysAsItWas() {
    var person = FakePerson.stranger().with("DiaChi", "Hạ Long").with("ThuDienTu", "a@b.vn");
    joining.open(identity(person));
    var silent = identity(person.without("DiaChi").with("ThuDienTu", "c@d.vn").at("LoA2"));
    assertThat(joining.arrive(silent))
        .isInstanceOfSatisfying(
            Known.class,
            known -> {
              assertThat(known.account().address()).isEqualTo("Hạ Long");
              assertThat(known.account().email()).isEqualTo("c@d.vn");
              assertThat(known.account().level()).isEqualTo(Level.CODE);
            });
  }

  @Test
  void namesInTheLogAreShortened() {
    assertThat(Happenings.shortened(identity(FakePerson.mai()))).isEqualTo("N. T. Mai");
    assertThat(Happenings.shortened(identity(FakePerson.saoVang())))
        .isEqualTo("Công ty TNHH Sao Vàng");
    assertThat(Happenings.shortened(identity(FakePerson.mai().without("HoVaTen")))).isEmpty();
  }

  @Test
  void numbersThatAreNoneAndTextsWithoutEndAreNotTaken() {
    var odd =
        FakePerson.stranger()
            .with("SoDinhDanh", "12a")
            .with("SoCMND", "1234567890")
            .with("DiaChi", "x".repeat(9000))
            .with("LoaiTaiKhoan", "1");
    var identity = identity(odd);
    assertThat(identity.citizenNumber()).isNull();
    assertThat(identity.address()).hasSize(500);
    assertThat(identity.kind()).isEqualTo(Kind.CITIZEN);
    assertThat(joining.open(identity)).isInstanceOf(Known.class);
  }

  private static NationalIdentity identity(FakePerson person) {
    return NationalIdentity.from(person.userInfo(), person.level()).orElseThrow();
  }

  private long accountsOf(NationalIdentity person) {
    return jdbc.sql("select count(*) from account where citizen_number = ?")
        .param(Objects.requireNonNull(person.citizenNumber()))
        .query(Long.class)
        .single();
  }

  private UUID oldAccount(String column, String number, Kind kind) {
    var id = UUID.randomUUID();
    jdbc.sql(
            "insert into account (id, kind, name, opened_at, %s) values (?, ?, 'Bùi Văn Đạt', ?, ?)"
                .formatted(column))
        .params(id, kind.name(), Instant.EPOCH, number)
        .update();
    return id;
  }
}
