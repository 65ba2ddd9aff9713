package org.motcua.organisation.reforming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.model.Country;
import org.motcua.organisation.model.CountryStore;
import org.motcua.organisation.model.ImportFault;
import org.motcua.organisation.model.Reform;
import org.motcua.organisation.reforming.LoadReform.Outcome.AlreadyLoaded;
import org.motcua.organisation.reforming.LoadReform.Outcome.Loaded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.transaction.annotation.Transactional;

/** Rolled back after each test, so that the country of all other tests stays that of 2020. */
@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class LoadReformTest {

  @Autowired LoadReform reform;
  @Autowired ImportCommunes communes;
  @Autowired CountryStore store;

  @Test
  void endsThe2020ArrangementAndBeginsThatOf2025() {
    assertThat(reform.load("system:test")).isEqualTo(new Loaded(52 + 1 + 705 + 10_599, 24));

    var country = countryOf2025();
    assertThat(country.provinces()).hasSize(34);
    assertThat(country.on(Reform.DAY.minusDays(1)).provinces()).hasSize(63);
    var haGiang = country.findUnit(new UnitCode("02")).orElseThrow();
    assertThat(country.successors(haGiang)).extracting(Unit::name).containsExactly("Tuyên Quang");
    assertThat(country.committeeOf(new UnitCode("15"))).isPresent();
  }

  @Test
  void loadsOnlyOnce() {
    reform.load("system:test");
    assertThat(reform.load("system:test")).isEqualTo(new AlreadyLoaded());
  }

  @Test
  void takesInCommunesAfterwards() {
    reform.load("system:test");
    var text = "06652\tPhường Hà Tu\t22\t06652,06664\n193\tThành phố Hạ Long\t22";

    var report = communes.load(text, "system:test");
    assertThat(report.loaded()).isEqualTo(1);
    assertThat(report.faults()).containsExactly(new ImportFault(2, ImportFault.Kind.CODE, "193"));
    assertThat(communes.load(text, "system:test").unchanged()).isEqualTo(1);

    var country = countryOf2025();
    var haTu = new UnitCode("06652");
    assertThat(country.pathName(haTu)).isEqualTo("Phường Hà Tu, Tỉnh Quảng Ninh");
    assertThat(country.pathName(haTu, Reform.DAY.minusDays(1)))
        .isEqualTo("Phường Hà Phong, Thành phố Hạ Long, Tỉnh Quảng Ninh");
    assertThat(country.committeeOf(haTu).map(agency -> agency.id().decision20()))
        .contains("H49.71.01");
  }

  @Test
  void refusesCommunesBeforeTheReform() {
    var report = communes.load("06652\tPhường Hà Tu\t22", "system:test");
    assertThat(report.loaded()).isZero();
    assertThat(report.faults())
        .extracting(ImportFault::kind)
        .isEqualTo(List.of(ImportFault.Kind.DISTRICTS));
  }

  private Country countryOf2025() {
    return new Country(
        Reform.DAY, store.listUnits(), store.listAgencies(), store.listSuccessions());
  }
}
