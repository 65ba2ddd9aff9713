package org.motcua.organisation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.DepartmentKind;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.UnitLevel;

class ReformTest {

  private static final Country BEFORE = Countries.on(Reform.DAY);
  private static final Reform REFORM = new Reform(BEFORE, NewProvince.of2025());
  private static final Country AFTER = after(BEFORE, REFORM, List.of(), List.of());

  @Test
  void takesEachOfThe63ProvincesIntoExactlyOneOfThe34() {
    assertThat(NewProvince.of2025()).hasSize(34);
    assertThat(NewProvince.of2025().stream().flatMap(p -> p.predecessors().stream()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(BEFORE.provinces().stream().map(Unit::code).toList());
    assertThat(REFORM.misfits()).isEmpty();
  }

  @Test
  void leaves34ProvincesAndNoDistricts() {
    assertThat(AFTER.provinces()).hasSize(34);
    assertThat(AFTER.standingUnits(UnitLevel.DISTRICT)).isEmpty();
    assertThat(AFTER.standingUnits(UnitLevel.COMMUNE)).isEmpty();
  }

  @Test
  void changesNothingBeforeItsDay() {
    var dayBefore = AFTER.on(Reform.DAY.minusDays(1));
    assertThat(dayBefore.provinces()).hasSize(63);
    assertThat(dayBefore.standingUnits(UnitLevel.COMMUNE)).hasSize(10_599);
  }

  @Test
  void tellsApartTwoProvincesThatHadTheSameCode() {
    var code = new UnitCode("15");
    assertThat(AFTER.findUnit(code).map(Unit::name)).contains("Lào Cai");
    assertThat(AFTER.findUnit(code, Reform.DAY.minusDays(1)).map(Unit::name)).contains("Yên Bái");
    assertThat(AFTER.pathName(new UnitCode("132"), Reform.DAY.minusDays(1)))
        .isEqualTo("Thành phố Yên Bái, Tỉnh Yên Bái");
    assertThat(AFTER.pathName(new UnitCode("132"))).isEqualTo("Thành phố Yên Bái, Tỉnh Yên Bái");
  }

  @Test
  void knowsTheSuccessorOfEachProvinceThatEnded() {
    var haGiang = AFTER.findUnit(new UnitCode("02")).orElseThrow();
    assertThat(AFTER.successors(haGiang)).extracting(Unit::name).containsExactly("Tuyên Quang");
    var quangNinh = AFTER.findUnit(Countries.QUANG_NINH).orElseThrow();
    assertThat(quangNinh.validTo()).isNull();
    assertThat(AFTER.successors(quangNinh)).isEmpty();
  }

  @Test
  void givesEveryProvinceItsCommitteeAndDepartments() {
    assertThat(AFTER.provinces())
        .allSatisfy(
            province -> {
              assertThat(AFTER.committeeOf(province.code()).map(Agency::name))
                  .contains(AgencySeed.committeeName(province));
              for (var kind : DepartmentKind.values()) {
                assertThat(AFTER.department(kind, province.code()).map(Agency::name))
                    .contains(kind.nameIn(province));
              }
            });
  }

  @Test
  void handsTheAgenciesOfMergedProvincesOver() {
    var haGiang = AFTER.findAgency(new AgencyId("000.00.00.H22")).orElseThrow();
    assertThat(haGiang.validTo()).isEqualTo(Reform.DAY);
    assertThat(haGiang.successor()).isEqualTo(new AgencyId("000.00.00.H60"));
    var justice = AFTER.findAgency(new AgencyId("000.00.15.H22")).orElseThrow();
    assertThat(justice.successor()).isEqualTo(new AgencyId("000.00.15.H60"));
  }

  @Test
  void isNotForACountryWithOtherProvinces() {
    var tooFew = NewProvince.of2025().subList(1, 34);
    assertThat(new Reform(BEFORE, tooFew).misfits()).containsExactly(new UnitCode("01"));
    assertThat(new Reform(BEFORE, tooFew).ended()).isEmpty();

    var twice = new ArrayList<>(NewProvince.of2025());
    twice.add(new NewProvince(new UnitCode("99"), "Tỉnh Mới", List.of(new UnitCode("22"))));
    assertThat(new Reform(BEFORE, twice).misfits()).containsExactly(new UnitCode("22"));
  }

  /** What the store makes of it. */
  static Country after(
      Country before, Reform reform, List<Unit> communes, List<Agency> committees) {
    var units = new ArrayList<Unit>();
    var ended = new HashSet<>(reform.ended());
    Stream.of(UnitLevel.values())
        .flatMap(level -> before.standingUnits(level).stream())
        .map(unit -> ended.contains(unit) ? ended(unit) : unit)
        .forEach(units::add);
    units.addAll(reform.added());
    units.addAll(communes);
    Map<AgencyId, Agency> agencies = new LinkedHashMap<>();
    before.allAgencies().forEach(agency -> agencies.put(agency.id(), agency));
    reform.revised().forEach(agency -> agencies.put(agency.id(), agency));
    committees.forEach(agency -> agencies.put(agency.id(), agency));
    return new Country(Reform.DAY, units, agencies.values(), reform.successions());
  }

  private static Unit ended(Unit unit) {
    return new Unit(
        unit.code(), unit.name(), unit.fullName(), unit.parent(), unit.validFrom(), Reform.DAY);
  }
}
