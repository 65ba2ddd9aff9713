package org.motcua.catalogue.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.searching.Misses;
import org.motcua.catalogue.searching.model.MissedQuery;
import org.motcua.catalogue.searching.model.MissedQueryStore;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class MissedQueriesPageTest {

  @Autowired MockMvcTester mvc;
  @Autowired Misses misses;
  @Autowired MissedQueryStore missed;

  @Test
  void whatWasLookedForInVainIsCountedWithoutPersonalData() {
    look("Bưởi năm roi zzq");
    look("buoi nam roi zzq!");
    look("zzqqx 022190001234 0912.000.001 mai@example.vn");
    look("đăng ký khai sinh");
    misses.write();

    assertThat(mvc.get().uri("/desk/queries").with(SignedIn.as(Officers.governmentController())))
        .hasStatusOk()
        .bodyText()
        .contains("buoi nam roi zzq!", "zzqqx", "/desk/words/new?say=buoi%20nam%20roi%20zzq")
        .doesNotContain("022190001234", "0912", "example.vn", ">đăng ký khai sinh<");
    assertThat(missed.list(null, 1000))
        .filteredOn(it -> it.query().equals("buoi nam roi zzq"))
        .singleElement()
        .satisfies(it -> assertThat(it.times()).isEqualTo(2));
  }

  @Test
  void aSearchThatOnlyGuessedIsNotedWithItsGuess() {
    look("khai sihn");
    misses.write();

    assertThat(missed.list(null, 1000))
        .filteredOn(it -> it.query().equals("khai sihn"))
        .singleElement()
        .satisfies(it -> assertThat(it.guess()).isEqualTo("Đăng ký khai sinh"));
  }

  @Test
  void onlyTheLatestThousandAreKeptAndPagesGoOnByKey() {
    var begin = Instant.parse("2019-01-01T00:00:00Z");
    missed.add(
        IntStream.range(0, 1100)
            .mapToObj(
                n -> {
                  var at = begin.plusSeconds(n);
                  return new MissedQuery("old " + n, "Old " + n, null, 1, at, at);
                })
            .toList());

    var all = missed.list(null, 2000);
    assertThat(all).hasSize(1000).extracting(MissedQuery::query).doesNotContain("old 50");
    var first = missed.list(null, 600);
    var rest =
        missed.list(
            new MissedQueryStore.Key(first.getLast().lastAt(), first.getLast().query()), 600);
    assertThat(rest).hasSize(400).doesNotContainAnyElementsOf(first);
  }

  @Test
  void whoKeepsNoProceduresDoesNotSeeThem() {
    assertThat(mvc.get().uri("/desk/queries").with(SignedIn.as(Officers.hongHaReception())))
        .hasStatus(403);
    assertThat(mvc.get().uri("/desk/queries?lang=en").with(SignedIn.as(Officers.justiceEditor())))
        .hasStatusOk()
        .bodyText()
        .contains("Looked for in vain")
        .doesNotContain("/desk/words/new");
  }

  private void look(String query) {
    assertThat(mvc.get().uri("/procedures").param("q", query)).hasStatusOk();
  }
}
