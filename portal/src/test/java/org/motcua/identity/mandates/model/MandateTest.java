package org.motcua.identity.mandates.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountId;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Power;
import org.motcua.identity.model.SameName;

class MandateTest {

  private static final AccountId MAI = new AccountId(UUID.randomUUID());
  private static final AccountId HUNG = new AccountId(UUID.randomUUID());
  private static final Instant NOW = Instant.parse("2020-12-09T03:00:00Z");
  private static final String BIRTH = "1.001193";
  private static final String CODE = "H49.12.03-201209-0001";

  @Test
  void whoPreparesPaysOrSignsAlsoSees() {
    for (var power : Set.of(Power.FILE, Power.PAY, Power.SIGN)) {
      assertThat(mandate(new MandateScope.All(), power).allows(Power.SEE, BIRTH, CODE)).isTrue();
    }
  }

  @Test
  void whoOnlyManagesPeopleSeesNoDossier() {
    assertThat(mandate(new MandateScope.All(), Power.MANAGE).allows(Power.SEE, BIRTH, CODE))
        .isFalse();
  }

  @Test
  void seeingGivesNothingElse() {
    var seeing = mandate(new MandateScope.All(), Power.SEE);
    assertThat(seeing.gives(Power.FILE)).isFalse();
    assertThat(seeing.gives(Power.SIGN)).isFalse();
    assertThat(seeing.gives(Power.MANAGE)).isFalse();
  }

  @Test
  void withoutLimitsIsForAllDossiersAndForAllThatIsDoneWithThem() {
    var everything = new Power[] {Power.FILE, Power.PAY, Power.SIGN};
    assertThat(mandate(new MandateScope.All(), everything).limited()).isFalse();
    assertThat(mandate(new MandateScope.All(), Power.FILE, Power.SIGN).limited()).isTrue();
    assertThat(mandate(new MandateScope.Procedure(BIRTH), everything).limited()).isTrue();
    assertThat(mandate(new MandateScope.Dossier(CODE), everything).limited()).isTrue();
  }

  @Test
  void preparingIsNotSigning() {
    assertThat(mandate(new MandateScope.All(), Power.FILE).gives(Power.SIGN)).isFalse();
  }

  @Test
  void oneProcedureIsThatProcedureAlone() {
    var birth = mandate(new MandateScope.Procedure(BIRTH), Power.FILE);
    assertThat(birth.allows(Power.FILE, BIRTH, null)).isTrue();
    assertThat(birth.allows(Power.FILE, "1.000656", null)).isFalse();
  }

  @Test
  void oneDossierIsThatDossierAloneAndNoDraft() {
    var one = mandate(new MandateScope.Dossier(CODE), Power.FILE);
    assertThat(one.allows(Power.SEE, BIRTH, CODE)).isTrue();
    assertThat(one.allows(Power.SEE, BIRTH, "H49.12.03-201209-0002")).isFalse();
    assertThat(one.allows(Power.FILE, BIRTH, null)).isFalse();
  }

  @Test
  void itStandsUntilItsEndAndNotAtItsEnd() {
    var mandate = mandate(new MandateScope.All(), Power.SEE);
    assertThat(mandate.stands(NOW.minusMillis(1))).isTrue();
    assertThat(mandate.stands(NOW)).isFalse();
  }

  @Test
  void nobodyHoldsAMandateForHimselfOrForNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> mandate(MAI, Set.of(Power.SEE)));
    assertThatIllegalArgumentException().isThrownBy(() -> mandate(HUNG, Set.of()));
  }

  @Test
  void aNameIsTheSameWithoutMarksCapitalsAndSpaces() {
    assertThat(SameName.is("Trần Đức  Hùng", "tran duc hung ")).isTrue();
    assertThat(SameName.is("Trần Văn Hùng", "Trần Văn Hưng")).isTrue();
    assertThat(SameName.is("Trần Văn Hùng", "Trần Văn Mạnh")).isFalse();
  }

  private static Mandate mandate(MandateScope scope, Power... powers) {
    return mandate(HUNG, scope, Set.of(powers));
  }

  private static Mandate mandate(AccountId holder, Set<Power> powers) {
    return mandate(holder, new MandateScope.All(), powers);
  }

  private static Mandate mandate(AccountId holder, MandateScope scope, Set<Power> powers) {
    return new Mandate(
        new MandateId(UUID.randomUUID()),
        MandateKind.DELEGATION,
        MAI,
        holder,
        powers,
        scope,
        NOW,
        MAI,
        NOW.minusSeconds(60),
        null);
  }
}
