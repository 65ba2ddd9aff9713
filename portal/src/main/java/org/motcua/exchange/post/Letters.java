package org.motcua.exchange.post;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which letters the operator has taken, and when each is to be asked about again. */
@Repository
class Letters {

  private final JdbcClient jdbc;

  Letters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Letter(UUID consignment, String tracking) {}

  /**
   * Twice is once: the first number holds.
   *
   * @throws IllegalStateException if the operator gave this number to another letter before
   */
  void add(Letter letter, Instant lookAt) {
    var added =
        jdbc.sql(
                """
                insert into exchange.postal_letter (consignment, tracking, look_at)
                values (:consignment, :tracking, :lookAt)
                on conflict do nothing
                """)
            .param("consignment", letter.consignment())
            .param("tracking", letter.tracking())
            .param("lookAt", lookAt.atOffset(ZoneOffset.UTC))
            .update();
    if (added == 0 && !isTaken(letter.consignment())) {
      throw new IllegalStateException(
          "The postal operator gave " + letter.tracking() + " to another letter before");
    }
  }

  private boolean isTaken(UUID consignment) {
    return jdbc.sql(
            "select exists (select from exchange.postal_letter where consignment = :consignment)")
        .param("consignment", consignment)
        .query(Boolean.class)
        .single();
  }

  /**
   * Those that are to be asked about now, put off until their next turn in the same moment: another
   * node gets others, and a node that dies has only missed a turn.
   */
  List<Letter> takeTurn(Instant now, Instant nextTurn, int most) {
    return jdbc.sql(
            """
            update exchange.postal_letter
               set look_at = :nextTurn
             where consignment in (
                   select consignment from exchange.postal_letter
                    where look_at <= :now
                    order by look_at, consignment limit :most
                      for update skip locked)
            returning consignment, tracking
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("nextTurn", nextTurn.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query(
            (row, number) ->
                new Letter(row.getObject("consignment", UUID.class), row.getString("tracking")))
        .list();
  }

  /** It is not asked about any more. */
  void end(UUID consignment) {
    jdbc.sql("update exchange.postal_letter set look_at = null where consignment = :consignment")
        .param("consignment", consignment)
        .update();
  }
}
