package org.motcua.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.motcua.benchmarks.PageForm.Field;

/**
 * Somebody who types on and on at one question of a page, which the portal keeps each time, as
 * {@code autosave.js} asks it to.
 */
final class Typist implements Load.Person {

  static final String STEP = "keep what is typed";

  private static final String SEEN = "_seen";
  private static final List<String> WORDS = List.of("Bảo", "Bảo An", "Bảo Anh", "Bảo Ngọc");

  private final KeptConnection portal;
  private final String cookies;
  private final String path;
  private final String question;
  private final List<Field> others = new ArrayList<>();
  private String mark = "";
  private int next;

  /**
   * @param page as it came, with all that it would send
   * @param question the one that is typed at, of one line
   */
  Typist(KeptConnection portal, String cookies, PageForm page, String question) {
    this.portal = portal;
    this.cookies = "Cookie: " + cookies + "\r\nAccept: application/json\r\n";
    this.path = page.target().getPath() + "/typing";
    this.question = question;
    for (var field : page.filledWith(Map.of())) {
      if (field.name().equals(SEEN) && field.value().startsWith(question + ":")) {
        mark = field.value().substring(question.length() + 1);
      } else if (!field.name().equals(question)) {
        others.add(field);
      }
    }
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    var word = WORDS.get(next++ % WORDS.size());
    var fields = new ArrayList<>(others);
    fields.add(new Field(question, word));
    fields.add(new Field(SEEN, question + ":" + mark));
    var body = Browser.encoded(fields);
    var kept = timings.time(STEP, () -> portal.post(path, cookies, body).good());
    if (!kept.content().contains("\"changedElsewhere\":[]")) {
      throw new IllegalStateException("Not kept: " + kept);
    }
    mark = kept.member(question);
  }
}
