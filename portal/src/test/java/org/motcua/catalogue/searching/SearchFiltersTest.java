package org.motcua.catalogue.searching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.Procedure.Audience;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.Procedure.OnlineLevel;
import org.motcua.catalogue.searching.SearchResults.Hit;
import org.motcua.organisation.UnitCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class SearchFiltersTest {

  /** Its people's committee is agency 000.00.00.H49. */
  private static final UnitCode QUANG_NINH = new UnitCode("22");

  private static final UnitCode HA_NOI = new UnitCode("01");
  private static final String COPY = "1.000656.000.00.00.H49";

  @Autowired ProcedureSearch search;
  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;

  @Test
  void everyFilterNarrowsAndAllOfThemTogether() {
    assertThat(codes("khai sinh", SearchFilters.NONE.withField("LVF4E101")))
        .contains("1.001193")
        .doesNotContain("2.000033");
    assertThat(codes("", SearchFilters.NONE.withAudiences(Set.of(Audience.ENTERPRISE))))
        .contains("2.000033")
        .doesNotContain("1.000894");
    assertThat(codes("", SearchFilters.NONE.withLevel(Level.COMMUNE))).contains("1.001193");
    assertThat(codes("", SearchFilters.NONE.withLevel(Level.MINISTRY))).doesNotContain("1.001193");
    assertThat(codes("", SearchFilters.NONE.withAgency("bộ  TƯ pháp"))).contains("1.001193");
    assertThat(codes("", SearchFilters.NONE.withOnline(OnlineLevel.APPLY_AND_PAY)))
        .contains("1.001193");
    assertThat(codes("", SearchFilters.NONE.withLifeEvent("bereavement"))).contains("1.000656");
    assertThat(
            codes(
                "khai sinh", SearchFilters.NONE.withField("LVF4E101").withLifeEvent("bereavement")))
        .doesNotContain("1.001193");
  }

  @Test
  void aProvincesCopyStandsInThePlaceOfTheOriginalForItsOwnReaders() {
    copy("1.000656", COPY, "Đăng ký khai tử tại Quảng Ninh");
    var ofQuangNinh = SearchFilters.NONE.withProvince(QUANG_NINH);
    await().until(() -> codes("khai tu", ofQuangNinh).contains(COPY));

    assertThat(codes("khai tu", ofQuangNinh)).doesNotContain("1.000656").contains("1.005461");
    assertThat(codes("khai tu", SearchFilters.NONE)).contains("1.000656").doesNotContain(COPY);
    assertThat(codes("khai tu", SearchFilters.NONE.withProvince(HA_NOI)))
        .contains("1.000656")
        .doesNotContain(COPY);
    assertThat(codes(COPY, SearchFilters.NONE)).containsExactly(COPY);

    jdbc.sql("delete from catalogue.procedure where code = :copy").param("copy", COPY).update();
    await().until(() -> codes("khai tu", ofQuangNinh).contains("1.000656"));
  }

  @Test
  void aCopyWithoutAnOriginalIsFoundFromEverywhere() {
    var orphan = "9.123456.000.00.00.H49";
    copy("1.000656", orphan, "Đăng ký thuyền nan rằm tháng bảy");

    await().until(() -> codes("thuyen nan ram", SearchFilters.NONE).contains(orphan));
    assertThat(codes("thuyen nan ram", SearchFilters.NONE.withProvince(HA_NOI)))
        .doesNotContain(orphan);
    jdbc.sql("delete from catalogue.procedure where code = :code").param("code", orphan).update();
    await().until(() -> !codes("thuyen nan ram", SearchFilters.NONE).contains(orphan));
  }

  @Test
  void anAbolishedProcedureIsNotFound() {
    copy("1.000656", "9.000077", "Đăng ký chim bồ câu đưa thư");
    await().until(() -> codes("chim bo cau", SearchFilters.NONE).contains("9.000077"));
    jdbc.sql("update catalogue.procedure set state = 'ABOLISHED' where code = '9.000077'").update();
    await().until(() -> !codes("chim bo cau", SearchFilters.NONE).contains("9.000077"));
  }

  @Test
  void thePageKeepsTheFiltersInItsAddressAndOffersToDropThem() {
    assertThat(mvc.get().uri("/procedures?q=khai sinh&audience=CITIZEN&level=COMMUNE&province=22"))
        .hasStatusOk()
        .bodyText()
        .contains("Công dân Việt Nam", "Quảng Ninh", "Cấp xã")
        .contains("href=\"/procedures?q=khai%20sinh&amp;audience=CITIZEN&amp;province=22\"")
        .contains("<details class=\"mc-filters\" open");
    assertThat(mvc.get().uri("/procedures?q=khai sinh"))
        .bodyText()
        .contains("<details class=\"mc-filters\">");
  }

  @Test
  void countsSayWhatAnotherChoiceWouldLeave() {
    var communes = new SearchRequest("", SearchFilters.NONE.withLevel(Level.COMMUNE), null, 1);
    var facets = Objects.requireNonNull(search.searchWithFacets(communes).facets());

    assertThat(facets.of(Dimension.LEVEL).get("COMMUNE"))
        .isEqualTo(Math.toIntExact(facets.total()));
    assertThat(facets.of(Dimension.LEVEL).get("PROVINCE")).isPositive();
    var citizens = facets.of(Dimension.AUDIENCE).get("CITIZEN");
    var chosen =
        SearchFilters.NONE.withLevel(Level.COMMUNE).withAudiences(Set.of(Audience.CITIZEN));
    assertThat(search.search(new SearchRequest("", chosen, null, 1)).total())
        .isEqualTo((long) Objects.requireNonNull(citizens));
  }

  private List<String> codes(String query, SearchFilters filters) {
    return search.search(new SearchRequest(query, filters, null, 100)).hits().stream()
        .map(Hit::code)
        .map(Object::toString)
        .toList();
  }

  private void copy(String from, String code, String name) {
    jdbc.sql(
            """
            insert into catalogue.procedure (code, name, content, state, version, effective_from)
            select :code, :name,
                   jsonb_set(jsonb_set(content, '{code}', to_jsonb(:code::text)), '{name}', to_jsonb(:name::text)),
                   state, version, effective_from
            from catalogue.procedure where code = :from
            on conflict (code) do nothing
            """)
        .param("code", code)
        .param("name", name)
        .param("from", from)
        .update();
  }
}
