package org.motcua.simulators.agency.people;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the province keeps on paper and in registers, by the number of whom it belongs to. */
@Repository
class PaperStore {

  private final JdbcClient jdbc;

  PaperStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Paper> listOf(Account account) {
    var number = account.number();
    if (number == null) return List.of();
    return jdbc
        .sql("select * from paper where holder = ? order by issued_on desc, number")
        .param(number)
        .query(Paper.class)
        .list()
        .stream()
        .map(Objects::requireNonNull)
        .toList();
  }
}
