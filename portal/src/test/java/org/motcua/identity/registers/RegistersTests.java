package org.motcua.identity.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.Phone;
import org.motcua.identity.model.SocialInsuranceNumber;
import org.motcua.organisation.TaxCode;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Registers;
import org.motcua.testing.Registers.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class RegistersTests {

  private static final CitizenId MAI = new CitizenId("022190001234");
  private static final CitizenId MAI_FORMERLY = new CitizenId("101234567");
  private static final LocalDate MAIS_BIRTHDAY = LocalDate.of(1990, 3, 27);

  @Autowired PopulationRegister population;
  @Autowired InsuranceRegister insurance;
  @Autowired PhoneOperators phones;
  @Autowired EnterpriseRegister enterprises;
  @Autowired MovableClock clock;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void everythingInOrder() {
    Registers.reset();
  }

  /** The registers' faults here must keep nobody out in the next test. */
  @AfterEach
  void everythingAnswersAgain() {
    Registers.reset();
    clock.advance(Breaker.PAUSE.plusSeconds(1));
    compareMai();
    insurance.compare(
        new SocialInsuranceNumber("2213004567"), "Lê Thị Hoa", MAIS_BIRTHDAY, purpose());
    phones.ownedBy(MAI, new Phone("+84912000001"), purpose());
    enterprises.find(new TaxCode("5700123454"), purpose());
    clock.reset();
  }

  @Test
  void thePopulationRegisterSaysWhatFitsAndTheFormerNumber() {
    assertThat(compareMai())
        .contains(new PopulationRegister.Found(true, true, MAI, Optional.of(MAI_FORMERLY), true));
    assertThat(population.compare(MAI_FORMERLY, "Nguyễn Thị Hoa", MAIS_BIRTHDAY, purpose()))
        .contains(new PopulationRegister.Found(false, true, MAI, Optional.of(MAI_FORMERLY), true));
    assertThat(population.compare(new CitizenId("001099000001"), "Ai", MAIS_BIRTHDAY, purpose()))
        .isEmpty();
  }

  @Test
  void eachQuestionSaysWhatItIsFor() {
    compareMai();
    assertThat(Registers.asked(Registers.POPULATION))
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.purpose()).isEqualTo("verification");
              assertThat(asked.requestId()).hasSize(36);
            });
  }

  @Test
  void theInsurersNumberLeadsToThatOfTheIdentityCard() {
    var found =
        insurance.compare(
            new SocialInsuranceNumber("2213004567"),
            "Lê Thị Hoa",
            LocalDate.of(1985, 8, 19),
            purpose());
    assertThat(found)
        .contains(
            new InsuranceRegister.Found(true, true, Optional.of(new CitizenId("022185003456"))));
  }

  @Test
  void aPhoneBelongsToOnePersonAlone() {
    assertThat(phones.ownedBy(MAI, new Phone("+84912000001"), purpose())).isTrue();
    assertThat(phones.ownedBy(MAI, new Phone("+84912000002"), purpose())).isFalse();
    assertThat(phones.ownedBy(MAI, new Phone("+84999999999"), purpose())).isFalse();
  }

  @Test
  void anEnterpriseIsRepresentedByWhomTheRegisterNames() {
    var saoVang = enterprises.find(new TaxCode("5700123454"), purpose()).orElseThrow();
    assertThat(saoVang.state()).isEqualTo(EnterpriseRegister.State.ACTIVE);
    assertThat(saoVang.isRepresentedBy(List.of(new CitizenId("022088005678")))).isTrue();
    assertThat(saoVang.isRepresentedBy(List.of(MAI, MAI_FORMERLY))).isFalse();
  }

  @Test
  void childrenAreNamedToTheirParents() {
    assertThat(population.childrenOf(MAI, Purpose.CHILDREN))
        .singleElement()
        .returns("Trần Minh Khôi", PopulationRegister.Child::name);
    assertThat(population.childrenOf(new CitizenId("001099000001"), Purpose.CHILDREN)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void noFaultIsTakenForAVerdict(Fault fault) {
    Registers.fails(Registers.POPULATION, fault);
    assertThatExceptionOfType(RegisterOutOfOrder.class)
        .isThrownBy(this::compareMai)
        .returns(Register.POPULATION, RegisterOutOfOrder::register)
        .withMessageNotContaining("022190001234");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CONTRADICTORY", "GARBLED"})
  void theOtherRegistersAreReadAsStrictly(Fault fault) {
    for (var register : List.of(Registers.INSURANCE, Registers.PHONES, Registers.ENTERPRISES)) {
      Registers.fails(register, fault);
    }
    assertThatExceptionOfType(RegisterOutOfOrder.class)
        .isThrownBy(
            () ->
                insurance.compare(
                    new SocialInsuranceNumber("2213004567"), "Hoa", MAIS_BIRTHDAY, purpose()));
    assertThatExceptionOfType(RegisterOutOfOrder.class)
        .isThrownBy(() -> phones.ownedBy(MAI, new Phone("+84912000001"), purpose()));
    assertThatExceptionOfType(RegisterOutOfOrder.class)
        .isThrownBy(() -> enterprises.find(new TaxCode("5700123454"), purpose()));
  }

  @Test
  void aRegisterThatKeepsFailingIsNoLongerAsked() {
    Registers.fails(Registers.POPULATION, Fault.UNAVAILABLE);
    for (var time = 0; time < Breaker.FAILURES + 3; time++) {
      assertThatExceptionOfType(RegisterOutOfOrder.class).isThrownBy(this::compareMai);
    }
    assertThat(Registers.asked(Registers.POPULATION)).hasSize(Breaker.FAILURES);
    Registers.mended(Registers.POPULATION);
    clock.advance(Breaker.PAUSE.plusSeconds(1));
    assertThat(compareMai()).isPresent();
  }

  @Test
  void nobodyAsksInsideATransaction() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> transaction.executeWithoutResult(status -> compareMai()));
  }

  private Optional<PopulationRegister.Found> compareMai() {
    return population.compare(MAI, "Nguyễn Thị Mai", MAIS_BIRTHDAY, purpose());
  }

  private static Purpose purpose() {
    return Purpose.VERIFICATION;
  }
}
