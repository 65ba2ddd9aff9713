package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motcua.forms.Answers;
import org.motcua.forms.TestForms;
import org.motcua.forms.yaml.Problems;

class ResultsTest {

  private static final Answers ANSWERS =
      Answers.of(
          Map.of(
              "declarant.relation", "mother",
              "child.familyName", "Nguyễn",
              "child.givenName", "An <b>",
              "child.born", "2026-11-04",
              "child.sex", "female",
              "mother.name", "Nguyễn Thị Mai",
              "mother.born", "1990-05-12",
              "father.basis", "unknown",
              "father.name", "Trần Văn Hùng",
              "registration.place", TestForms.HONG_HA));

  private final OnlineService service =
      ServiceReader.read(
              ServiceFolders.at(Path.of("../eservices/birth-registration")), new Problems())
          .orElseThrow();
  private final Results results = new Results(TestForms.forms());

  @Test
  void theCertificateSaysWhatWasDeclaredAndNoMore() {
    var html = results.html(service, ANSWERS, issue());
    assertThat(html)
        .contains("Nguyễn An &lt;b&gt;")
        .contains("04/11/2026")
        .contains("Ngày bốn tháng mười một năm hai nghìn không trăm hai mươi sáu")
        .contains("<td>1990</td>")
        .contains("ABCD-1234")
        .doesNotContain("Trần Văn Hùng")
        .doesNotContain("{{");
  }

  @Test
  void theFactsForTheDoubtfulAreInBothLanguagesWithoutGaps() {
    var facts = results.facts(service, ANSWERS, LocalDate.of(2026, 11, 21));
    assertThat(facts)
        .extracting(fact -> fact.value().vi())
        .containsExactly(
            "Nguyễn An <b>",
            "04/11/2026",
            "Nữ",
            "Nguyễn Thị Mai",
            "Phường Hồng Hà, Thành phố Hạ Long, Tỉnh Quảng Ninh");
    assertThat(facts.get(2).value().en()).isEqualTo("Female");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-15, Ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu",
    "2005-12-31, Ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm linh năm",
    "1990-01-24, Ngày hai mươi tư tháng một năm một nghìn chín trăm chín mươi",
    "2000-10-10, Ngày mười tháng mười năm hai nghìn không trăm",
    "2015-02-05, Ngày năm tháng hai năm hai nghìn không trăm mười lăm"
  })
  void datesAreWrittenOut(LocalDate date, String words) {
    assertThat(DateInWords.of(date)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T03:00:00Z, 2026-11-19T17:00:00Z",
    "2026-11-20T07:59:59Z, 2026-11-19T17:00:00Z",
    "2026-11-20T08:00:00Z, 2026-11-20T17:00:00Z"
  })
  void whatComesInAfterThreeCountsFromTheNextMorning(Instant received, Instant from) {
    assertThat(service.timeLimits().getFirst().countedFrom(received)).isEqualTo(from);
  }

  private static Issue issue() {
    return new Issue(
        "15/2026",
        LocalDate.of(2026, 11, 21),
        "Hồng Hà, ngày 21 tháng 11 năm 2026",
        "Thành phố Hạ Long",
        "Ủy ban nhân dân Phường Hồng Hà",
        "Phạm Văn Đức",
        "Chủ tịch",
        Instant.parse("2026-11-21T03:00:00Z"),
        new Issue.Mark(
            "ABCD-1234", "https://example.vn/verify/ABCD-1234", "data:image/png;base64,AA=="));
  }
}
