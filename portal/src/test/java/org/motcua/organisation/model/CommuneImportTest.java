package org.motcua.organisation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.model.ImportFault.Kind;

class CommuneImportTest {

  private static final String TWO_COMMUNES =
      """
      # code\tname\tprovince\tpredecessors

      06652\tPhường Hà Tu\t22\t06652, 06664
      06673\tPhường Bãi Cháy\t22\t06673
      """;

  private static final Country BEFORE = Countries.on(Reform.DAY);
  private static final Reform REFORM = new Reform(BEFORE, NewProvince.of2025());
  private static final Country COUNTRY = ReformTest.after(BEFORE, REFORM, List.of(), List.of());

  @Test
  void takesInCommunesWithTheirCommittees() {
    var communes = new CommuneImport(COUNTRY, TWO_COMMUNES);

    assertThat(communes.faults()).isEmpty();
    assertThat(communes.units()).extracting(Unit::name).containsExactly("Hà Tu", "Bãi Cháy");
    assertThat(communes.agencies())
        .extracting(Agency::id)
        .containsExactly(new AgencyId("000.01.71.H49"), new AgencyId("000.02.71.H49"));
    assertThat(communes.agencies())
        .extracting(Agency::parent)
        .containsOnly(new AgencyId("000.00.00.H49"));

    var after = ReformTest.after(BEFORE, REFORM, communes.units(), communes.agencies());
    assertThat(after.pathName(new UnitCode("06652"))).isEqualTo("Phường Hà Tu, Tỉnh Quảng Ninh");
    assertThat(after.children(Countries.QUANG_NINH)).hasSize(2);
  }

  @Test
  void namesTheHeirsOfCommunesAndOfTheirCommittees() {
    var communes = new CommuneImport(COUNTRY, TWO_COMMUNES);

    assertThat(communes.successions())
        .extracting(succession -> succession.from() + " → " + succession.to())
        .containsExactly("06652 → 06652", "06664 → 06652", "06673 → 06673");
    assertThat(communes.revised())
        .extracting(agency -> agency.unit() + " → " + agency.successor())
        .containsExactlyInAnyOrder(
            "06652 → 000.01.71.H49", "06664 → 000.01.71.H49", "06673 → 000.02.71.H49");
  }

  @Test
  void changesNothingTheSecondTime() {
    var first = new CommuneImport(COUNTRY, TWO_COMMUNES);
    var after = ReformTest.after(BEFORE, REFORM, first.units(), first.agencies());

    var second = new CommuneImport(after, TWO_COMMUNES);
    assertThat(second.units()).isEmpty();
    assertThat(second.unchanged()).isEqualTo(2);
    assertThat(second.faults()).isEmpty();
  }

  @Test
  void goesOnCountingWhereAnEarlierFileStopped() {
    var first = new CommuneImport(COUNTRY, TWO_COMMUNES);
    var after = ReformTest.after(BEFORE, REFORM, first.units(), first.agencies());

    var second = new CommuneImport(after, "06706\tPhường Tuần Châu\t22");
    assertThat(second.agencies())
        .extracting(Agency::id)
        .containsExactly(new AgencyId("000.03.71.H49"));
  }

  @Test
  void findsCodesForTheLargestProvince() {
    var lines =
        IntStream.range(0, 168)
            .mapToObj(i -> "%05d\tPhường Số %d\t79".formatted(90_000 + i, i))
            .collect(Collectors.joining("\n"));

    var agencies = new CommuneImport(COUNTRY, lines).agencies();
    assertThat(agencies).extracting(Agency::id).doesNotHaveDuplicates().hasSize(168);
    assertThat(agencies.getLast().id()).isEqualTo(new AgencyId("000.69.72.H29"));
  }

  @Test
  void refusesEachFaultyLineWithItsReasonAndKeepsTheOthers() {
    var communes =
        new CommuneImport(
            COUNTRY,
            """
            06652\tPhường Hà Tu
            0665\tPhường Hà Tu\t22
            193\tThành phố Hạ Long\t22
            06652\tHà Tu\t22
            06652\tPhường Hà Tu\t02
            06652\tPhường Hà Tu\t22\t99999
            06652;Phường Hà Tu;22
            06652\tPhường Hà Lầm\t22
            """);

    assertThat(communes.faults())
        .containsExactly(
            new ImportFault(1, Kind.COLUMNS, "2"),
            new ImportFault(2, Kind.CODE, "0665"),
            new ImportFault(3, Kind.CODE, "193"),
            new ImportFault(4, Kind.NAME, "Hà Tu"),
            new ImportFault(5, Kind.PROVINCE, "02"),
            new ImportFault(6, Kind.PREDECESSOR, "99999"),
            new ImportFault(8, Kind.TWICE, "7"));
    assertThat(communes.units()).extracting(Unit::name).containsExactly("Hà Tu");
  }

  @Test
  void refusesCommunesWhereDistrictsStillStand() {
    var communes = new CommuneImport(BEFORE, "06652\tPhường Hà Tu\t22");
    assertThat(communes.faults())
        .containsExactly(new ImportFault(1, Kind.DISTRICTS, "Tỉnh Quảng Ninh"));
  }

  @Test
  void refusesACodeThatAnotherUnitHas() {
    var first = new CommuneImport(COUNTRY, TWO_COMMUNES);
    var after = ReformTest.after(BEFORE, REFORM, first.units(), first.agencies());

    assertThat(new CommuneImport(after, "06673\tPhường Hùng Thắng\t22").faults())
        .containsExactly(new ImportFault(1, Kind.TAKEN, "Phường Bãi Cháy"));
  }
}
