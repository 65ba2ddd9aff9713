package org.motcua.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Somebody with two drafts, one with few rows in its table and one with many, who does the same in
 * each by turns: opens the page with the table, opens a row, and saves it.
 */
final class TableFiller implements Load.Person {

  static final String SERVICE = "all-questions";

  /** What is done with a table: these are steps together with {@link Table#step}. */
  static final String OPEN = "open the table";

  static final String OPEN_ROW = "open a row";
  static final String SAVE_ROW = "save a row";

  private static final String TABLE = "members";
  private static final Pattern ROW =
      Pattern.compile("name=\"_row\" value=\"" + TABLE + "/(?!new\")([^\"]+)\"");
  private static final Map<String, String> MEMBER =
      Map.of(
          "row.born.day", "1",
          "row.born.month", "2",
          "row.born.year", "1990",
          "row.income", "2000000");

  private final Table few;
  private final Table many;

  TableFiller(Table few, Table many) {
    this.few = few;
    this.many = many;
  }

  /**
   * @param page the address of the page that the table is on
   */
  record Table(Draft draft, String page, int rows) {

    static Table begin(Browser browser, int rows) {
      var draft = Draft.begin(browser, SERVICE);
      var table = new Table(draft, draft.path() + "/pages/household", rows);
      for (var n = 0; n < rows; n++) table.save(table.open("new"), n);
      return table;
    }

    WebPage open() {
      return draft.browser().open(page);
    }

    WebPage open(String row) {
      return draft.browser().open(page + "/rows/" + TABLE + "/" + row);
    }

    /** The answer to it is the page with the table. */
    WebPage save(WebPage row, int number) {
      var form =
          row.forms().stream()
              .filter(it -> it.target().getPath().startsWith(page + "/rows/"))
              .findFirst()
              .orElseThrow(() -> new UnexpectedPage("No row", row));
      var answers = new HashMap<>(MEMBER);
      answers.put("row.name", new Citizen(number).name());
      return draft.browser().submit(form, answers);
    }

    String step(String what) {
      return "%s, %d rows".formatted(what, rows);
    }

    private void change(Timings timings) throws Exception {
      var here = timings.time(step(OPEN), this::open);
      var first = ROW.matcher(here.html());
      if (!first.find()) throw new UnexpectedPage("No rows", here);
      var row = timings.time(step(OPEN_ROW), () -> open(first.group(1)));
      timings.time(step(SAVE_ROW), () -> save(row, 0));
    }
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    few.change(timings);
    many.change(timings);
  }
}
