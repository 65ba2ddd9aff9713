package org.motcua.simulators.agency.people;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has happened at the door of late, for a visitor to see; the oldest are forgotten. */
@Repository
public class Happenings {

  static final int PAGE = 50;
  private static final int KEPT = 1000;

  private final JdbcClient jdbc;
  private final Clock clock;

  Happenings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void record(What what, NationalIdentity person) {
    record(what, person, person.level().acr());
  }

  public void record(What what, NationalIdentity person, @Nullable String detail) {
    record(what, shortened(person), detail);
  }

  /** Of somebody whose name is not known. */
  public void record(What what, @Nullable String detail) {
    record(what, (String) null, detail);
  }

  private void record(What what, @Nullable String who, @Nullable String detail) {
    jdbc.sql("insert into happening (at, what, who, detail) values (?, ?, ?, ?)")
        .param(1, clock.instant().atOffset(UTC))
        .param(2, what.name())
        .param(3, who)
        .param(4, detail)
        .update();
    jdbc.sql("delete from happening where id <= (select max(id) from happening) - ?")
        .param(KEPT)
        .update();
  }

  /** The newest first; one more than a page where there are more. */
  List<Happening> before(@Nullable Long id) {
    return jdbc
        .sql("select * from happening where id < ? order by id desc limit ?")
        .params(id == null ? Long.MAX_VALUE : id, PAGE + 1)
        .query(Happening.class)
        .list()
        .stream()
        .map(Objects::requireNonNull)
        .toList();
  }

  /** Anybody may read the list: people stand in it as {@code N. T. Mai}. */
  static String shortened(NationalIdentity person) {
    if (person.kind() == Kind.ENTERPRISE) return person.name();
    var words = List.of(person.name().strip().split("\\s+"));
    var shortened = new StringBuilder();
    words
        .subList(0, words.size() - 1)
        .forEach(word -> shortened.appendCodePoint(word.codePointAt(0)).append(". "));
    return shortened + words.getLast();
  }
}
