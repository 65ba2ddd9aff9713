package org.motcua.dossiers.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.forms.TableRow;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.AtOnce;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A household's members, filled in one after another. */
class RowsTests extends DossiersTest {

  private static final Pattern HERE =
      Pattern.compile("action=\"(/my/dossiers/[^\"]+/rows/[^\"]+)\"");
  private static final String[] HOA = {
    "row.name",
    "Lê Thị Hoa",
    "row.born.day",
    "1",
    "row.born.month",
    "2",
    "row.born.year",
    "1990",
    "row.income",
    "2.000.000"
  };

  private CurrentUser mother;
  private DossierId id;
  private String page;

  @BeforeEach
  void beginADraft() {
    mother = births.mother();
    id = begin(mother, "all-questions");
    page = mine(id) + "/pages/household";
  }

  @Test
  void aRowIsAddedOnAPageOfItsOwnAndReadInTheTable() {
    var begun = as(mother).send(page, "_row", "members/new");
    assertThat(begun).hasRedirectedUrl(page + "/rows/members/new");
    var row = as(mother).open(page + "/rows/members/new");
    assertThat(text(row)).contains("Thành viên 1", "Ngày sinh");

    assertThat(as(mother).send(hereOf(row), HOA)).hasRedirectedUrl(page + "#members");
    assertThat(text(as(mother).open(page))).contains("Lê Thị Hoa", "01/02/1990", "2.000.000 đồng");
  }

  @Test
  void aRowThatComesTwiceIsOne() {
    var here = hereOf(as(mother).open(page + "/rows/members/new"));
    AtOnce.both(() -> as(mother).send(here, HOA), () -> as(mother).send(here, HOA));
    assertThat(rows()).hasSize(1);
  }

  @Test
  void whatIsWrongInARowIsToldThereAndInTheTableAndNothingIsLost() {
    var here = hereOf(as(mother).open(page + "/rows/members/new"));
    var again = as(mother).send(here, with(HOA, "row.name", "H0a"));
    assertThat(again).hasStatusOk();
    assertThat(text(again)).contains("govuk-error-summary", "value=\"H0a\"");
    assertThat(hereOf(again)).isEqualTo(here);

    var told = text(as(mother).send(page));
    assertThat(told).contains("Thành viên 1: Họ tên chỉ gồm chữ cái", "mc-rows__faulty");
    assertThat(as(mother).send(here, HOA)).hasStatus3xxRedirection();
    assertThat(rows())
        .singleElement()
        .extracting(row -> row.answers().text("row.name"))
        .asString()
        .contains("Lê Thị Hoa");
  }

  @Test
  void oneFollowsAnother() {
    var here = hereOf(as(mother).open(page + "/rows/members/new"));
    assertThat(as(mother).send(here, with(HOA, "another", "true")))
        .hasRedirectedUrl(page + "/rows/members/new");
    assertThat(text(as(mother).open(page + "/rows/members/new"))).contains("Thành viên 2");
  }

  @Test
  void aRowIsTakenAwayAndWhatStandsBesideTheTableIsKept() {
    add(HOA);
    add(with(HOA, "row.name", "Trần Văn An"));
    assertThat(text(as(mother).open(page))).doesNotContain("Lý do thu nhập thấp");
    var first = rows().getFirst().id();
    assertThat(as(mother).send(page, "_remove", "members/" + first))
        .hasRedirectedUrl(page + "#members");
    assertThat(rows()).hasSize(1);
    assertThat(as(mother).send(page, "_remove", "members/" + first)).hasStatus3xxRedirection();
    assertThat(rows()).hasSize(1);
  }

  @Test
  void aRowThatIsGoneLeadsBackToTheTable() {
    assertThat(as(mother).open(page + "/rows/members/abc")).hasRedirectedUrl(page + "#members");
    assertThat(as(mother).open(page + "/rows/reason/new")).hasStatus(404);
    assertThat(as(mother).open(page + "/rows/none/new")).hasStatus(404);
    assertThat(as(mother).send(page + "/rows/members/NOT_ONE!", HOA)).hasStatus(404);
    assertThat(as(births.mother()).open(page + "/rows/members/new")).hasStatus(404);
  }

  @Test
  void theReviewShowsAllRows() {
    add(HOA);
    assertThat(text(as(mother).open(mine(id) + "/review")))
        .contains("Thành viên trong hộ", "Lê Thị Hoa", "1 thành viên");
  }

  private void add(String... row) {
    as(mother).send(hereOf(as(mother).open(page + "/rows/members/new")), row);
  }

  private List<TableRow> rows() {
    return dossier(id).answers().rows("members");
  }

  private static String hereOf(MvcTestResult row) {
    var found = HERE.matcher(text(row));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** The same, but with this value under this name. */
  private static String[] with(String[] fields, String name, String value) {
    var changed = Arrays.copyOf(fields, fields.length);
    for (var at = 0; at < changed.length; at += 2) {
      if (changed[at].equals(name)) {
        changed[at + 1] = value;
        return changed;
      }
    }
    return Stream.concat(Stream.of(changed), Stream.of(name, value)).toArray(String[]::new);
  }
}
