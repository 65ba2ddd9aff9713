package org.motcua.catalogue.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.LifeEvent;
import org.motcua.catalogue.LifeEvent.Side;
import org.motcua.catalogue.ProcedureCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@AutoConfigureMockMvc
class SeedCatalogueTest {

  @Autowired private SeedCatalogue seed;
  @Autowired private Catalogue catalogue;
  @Autowired private JdbcClient jdbc;

  @Test
  void whatWasTakenInAtStartIsNotTakenInAgain() {
    assertThat(catalogue.list(null, 100)).hasSizeGreaterThanOrEqualTo(15);
    assertThat(seed.takeIn()).isZero();
  }

  @Test
  void aChangedFileIsTakenInAgain() {
    jdbc.sql(
            "update catalogue.seed_file set checksum = 'of an earlier text' where name like"
                + " '1.000894%'")
        .update();
    jdbc.sql(
            """
            update catalogue.version
            set content = jsonb_set(content, '{name}', '"An earlier name"') where code = '1.000894'
            """)
        .update();

    assertThat(seed.takeIn()).isEqualTo(1);

    assertThat(catalogue.get(new ProcedureCode("1.000894")).name()).isEqualTo("Đăng ký kết hôn");
  }

  @Test
  void birthRegistrationIsTheWholeOfIt() {
    var birth = catalogue.get(new ProcedureCode("1.001193"));

    assertThat(birth.papers()).hasSize(3).allSatisfy(it -> assertThat(it.papers()).isNotEmpty());
    assertThat(birth.steps()).hasSize(2);
    assertThat(birth.channels()).hasSize(3);
    assertThat(birth.legalBasis())
        .extracting("number")
        .contains("60/2014/QH13", "123/2015/NĐ-CP", "04/2020/TT-BTP");
    assertThat(birth.results()).extracting("code").containsExactly("KQ.G15.000031");
    assertThat(birth.nameEnglish()).isEqualTo("Birth registration");
  }

  @Test
  void everyProcedureHasTheSevenPartsAndItsEnglishNameAndSummary() {
    assertThat(catalogue.list(null, 100))
        .allSatisfy(
            it -> {
              assertThat(it.name()).isNotBlank();
              assertThat(it.nameEnglish()).isNotBlank();
              assertThat(it.summary()).isNotBlank();
              assertThat(it.summaryEnglish()).isNotBlank();
              assertThat(it.steps()).isNotEmpty();
              assertThat(it.channels()).isNotEmpty();
              assertThat(it.papers()).isNotEmpty();
              assertThat(it.audiences()).isNotEmpty();
              assertThat(it.agencies().executing()).isNotEmpty();
            });
  }

  @Test
  void proceduresJoinOnlyGroupsThatExistAndEachSideHasEleven() {
    var slugs = catalogue.lifeEvents().stream().map(LifeEvent::slug).collect(Collectors.toSet());
    var joined = new HashSet<String>();
    catalogue.list(null, 100).forEach(it -> joined.addAll(it.lifeEvents()));

    assertThat(slugs).hasSize(22).containsAll(joined);
    assertThat(catalogue.lifeEvents()).filteredOn(it -> it.side() == Side.CITIZENS).hasSize(11);
    assertThat(catalogue.lifeEventsWithProcedures()).isEqualTo(joined);
  }
}
