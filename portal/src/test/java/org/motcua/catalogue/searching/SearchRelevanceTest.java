package org.motcua.catalogue.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.searching.SearchResults.Hit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** How people ask, and what they should find first: {@code catalogue/relevance.tsv}. */
@SpringBootTest
@AutoConfigureMockMvc
class SearchRelevanceTest {

  @Autowired private ProcedureSearch search;
  @Autowired private CurrentWords words;

  @Test
  void theRightProcedureComesFirstForNineInTenAndAmongFiveForNearlyAll() {
    var measured = Relevance.measure(this::codes);
    System.out.println(measured.report());

    assertThat(measured.all().hitAtOne()).as(measured.report()).isGreaterThanOrEqualTo(0.90);
    assertThat(measured.all().hitAtFive()).as(measured.report()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void everyWayOfAskingForABirthCertificateFindsItsRegistrationFirst() {
    assertThat(
            List.of(
                "dang ky khai sinh",
                "giấy khai sinh",
                "khai sinh",
                "làm giấy khai sinh cho con",
                "GKS",
                "dang ki khai sinh",
                "khai sihn"))
        .allSatisfy(query -> assertThat(codes(query)).first().isEqualTo("1.001193"));
  }

  private List<String> codes(String query) {
    return search.tryOut(SearchRequest.of(query, 5), words.current()).hits().stream()
        .map(Hit::code)
        .map(Object::toString)
        .toList();
  }
}
