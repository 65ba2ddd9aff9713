package org.motcua.organisation.model;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.organisation.model.Countries.HA_LONG;
import static org.motcua.organisation.model.Countries.HONG_HA;
import static org.motcua.organisation.model.Countries.QUANG_NINH;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.AgencyKind;
import org.motcua.organisation.DepartmentKind;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.UnitLevel;

class CountryTest {

  private final Country country = Countries.of2020();

  @Test
  void hasAllUnitsOf2020() {
    assertThat(country.provinces()).hasSize(63);
    assertThat(country.standingUnits(UnitLevel.DISTRICT)).hasSize(705);
    assertThat(country.standingUnits(UnitLevel.COMMUNE)).hasSize(10_599);
  }

  @Test
  void everyCommuneLiesInADistrictAndEveryDistrictInAProvince() {
    assertThat(country.standingUnits(UnitLevel.COMMUNE))
        .extracting(commune -> lineage(commune.code()))
        .containsOnly(List.of(UnitLevel.COMMUNE, UnitLevel.DISTRICT, UnitLevel.PROVINCE));
  }

  private List<UnitLevel> lineage(UnitCode code) {
    return country.lineage(code, country.day()).map(Unit::level).toList();
  }

  @Test
  void namesAUnitWithAllThatItLiesIn() {
    assertThat(country.pathName(HONG_HA))
        .isEqualTo("Phường Hồng Hà, Thành phố Hạ Long, Tỉnh Quảng Ninh");
    assertThat(country.pathName(new UnitCode("99999"))).isEmpty();
  }

  @Test
  void listsUnitsAsADictionaryWould() {
    assertThat(country.provinces())
        .extracting(Unit::name)
        .startsWith("An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang")
        .containsSubsequence("Cần Thơ", "Đà Nẵng", "Điện Biên", "Gia Lai");
    assertThat(country.children(new UnitCode("672")))
        .extracting(Unit::fullName)
        .containsSubsequence("Phường 1", "Phường 2", "Phường 9", "Phường 10", "Phường 11");
  }

  @Test
  void hasAnAgencyForEveryUnitAndTenDepartmentsInEveryProvince() {
    var kinds = country.allAgencies().stream().collect(groupingBy(Agency::kind, counting()));
    assertThat(kinds)
        .isEqualTo(
            Map.of(
                AgencyKind.CENTRAL, 23L,
                AgencyKind.PROVINCE_COMMITTEE, 63L,
                AgencyKind.DEPARTMENT, 630L,
                AgencyKind.DISTRICT_COMMITTEE, 705L,
                AgencyKind.COMMUNE_COMMITTEE, 10_599L));
  }

  @Test
  void givesEachAgencyACodeOfItsOwn() {
    assertThat(country.allAgencies()).extracting(Agency::id).doesNotHaveDuplicates();
  }

  @Test
  void findsWhoGovernsAUnit() {
    var hongHa = country.committeeOf(HONG_HA).orElseThrow();
    assertThat(hongHa.name()).isEqualTo("Ủy ban nhân dân phường Hồng Hà");
    assertThat(hongHa.id()).isEqualTo(new AgencyId("000.17.31.H49"));
    assertThat(country.committeeOf(HA_LONG).map(Agency::id)).contains(hongHa.parent());
    assertThat(country.committeeOf(QUANG_NINH).map(Agency::name))
        .contains("Ủy ban nhân dân tỉnh Quảng Ninh");
  }

  @Test
  void findsTheDepartmentsOfAProvince() {
    assertThat(country.department(DepartmentKind.JUSTICE, QUANG_NINH).map(Agency::name))
        .contains("Sở Tư pháp tỉnh Quảng Ninh");
    assertThat(country.department(DepartmentKind.ELECTRICITY, QUANG_NINH).map(Agency::name))
        .contains("Công ty Điện lực Quảng Ninh");
    assertThat(country.department(DepartmentKind.JUSTICE, HA_LONG)).isEmpty();
  }

  @Test
  void knowsWhatStandsBelowAnAgency() {
    var province = new AgencyId("000.00.00.H49");
    var commune = new AgencyId("000.17.31.H49");
    assertThat(country.isWithin(commune, province)).isTrue();
    assertThat(country.isWithin(commune, commune)).isTrue();
    assertThat(country.isWithin(province, commune)).isFalse();
    assertThat(country.isWithin(commune, new AgencyId("000.00.00.H26"))).isFalse();
  }

  @Test
  void listsAgenciesPageByPageWithoutLosingOne() {
    var province = new AgencyId("000.00.00.H49");
    var seen = new ArrayList<Agency>();
    var page = country.listAgencies(province, null, 50);
    while (true) {
      seen.addAll(page.agencies());
      if (page.next() == null) break;
      page = country.listAgencies(province, page.next(), 50);
    }
    assertThat(seen).doesNotHaveDuplicates().hasSize(1 + 10 + 13 + communesOf(QUANG_NINH));
    assertThat(seen.getFirst().id()).isEqualTo(province);
  }

  private int communesOf(UnitCode province) {
    return country.children(province).stream()
        .mapToInt(district -> country.children(district.code()).size())
        .sum();
  }

  @Test
  void searchesAgenciesWithDiacriticsOrWithout() {
    assertThat(country.searchAgencies("hong ha ha long", 10))
        .extracting(Agency::name)
        .startsWith("Ủy ban nhân dân phường Hồng Hà");
    assertThat(country.searchAgencies("Sở Tư pháp Quảng Ninh", 10))
        .extracting(Agency::name)
        .containsExactly("Sở Tư pháp tỉnh Quảng Ninh");
    assertThat(country.searchAgencies("dak lak", 5)).hasSize(5);
    assertThat(country.searchAgencies("no such place", 5)).isEmpty();
  }

  @Test
  void answersForDaysBeforeItsRecordsBeginWithTheFirstItKnows() {
    assertThat(country.findUnit(HA_LONG, LocalDate.of(1990, 1, 1)).map(Unit::name))
        .contains("Hạ Long");
  }
}
