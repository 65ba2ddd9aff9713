package org.motcua.catalogue.searching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motcua.catalogue.FoundBeside.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class FoundBesideTest {

  @Autowired BesideSearch beside;
  @Autowired MockMvcTester mvc;

  @Test
  void anAgencyIsFoundByItsNameAndPlaceAsPeopleTypeThem() {
    assertThat(beside.best("ubnd phuong hong ha ha long").groups())
        .filteredOn(group -> group.kind() == Kind.AGENCY)
        .singleElement()
        .satisfies(
            group ->
                assertThat(group.hits().getFirst().entry().text())
                    .contains("Phường Hồng Hà", "Thành phố Hạ Long"));
  }

  @Test
  void aServiceIsFoundBesideItsProcedure() {
    assertThat(mvc.get().uri("/procedures").param("q", "đăng ký khai sinh"))
        .hasStatusOk()
        .bodyText()
        .contains("Dịch vụ trực tuyến", "/services/birth-registration");
  }

  @Test
  void allOfAKindArePagedByKey() {
    var first = beside.all(Kind.AGENCY, "phường", null);
    assertThat(first.hits()).hasSize(15);
    assertThat(first.next()).isNotNull();
    var second = beside.all(Kind.AGENCY, "phường", first.next());
    assertThat(second.hits()).isNotEmpty().doesNotContainAnyElementsOf(first.hits());

    assertThat(mvc.get().uri("/procedures?q=phường&kind=AGENCY&lang=en"))
        .hasStatusOk()
        .bodyText()
        .contains("Agencies", "after=", "kind=AGENCY")
        .doesNotContain("catalogue.beside");
    assertThat(mvc.get().uri("/procedures?q=x&kind=MARTIAN")).hasRedirectedUrl("/procedures?q=x");
  }
}
