package org.motcua.platform.sms;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.outgoing.Arrivals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which pieces the operator has taken, and what he has told of them since. The two come over
 * different connections, perhaps to different nodes, in any order.
 */
@Repository
class PieceStore {

  private final JdbcClient jdbc;
  private final Arrivals arrivals;

  PieceStore(JdbcClient jdbc, Arrivals arrivals) {
    this.jdbc = jdbc;
    this.arrivals = arrivals;
  }

  /** Their numbers. */
  Set<Integer> takenOf(UUID message) {
    return new HashSet<>(
        jdbc.sql("select piece from platform.sms_piece where outgoing_id = :message")
            .param("message", message)
            .query((row, number) -> row.getInt("piece"))
            .list());
  }

  @Transactional
  public void taken(String operatorId, UUID message, int piece, int pieces) {
    var toldBefore =
        jdbc.sql(
                """
                insert into platform.sms_piece (operator_id, outgoing_id, piece, pieces)
                values (:operatorId, :message, :piece, :pieces)
                on conflict (operator_id) do update
                set outgoing_id = excluded.outgoing_id, piece = excluded.piece,
                    pieces = excluded.pieces
                returning told_at is not null
                """)
            .param("operatorId", operatorId)
            .param("message", message)
            .param("piece", piece)
            .param("pieces", pieces)
            .query((row, number) -> row.getBoolean(1))
            .single();
    if (toldBefore) settle(message);
  }

  @Transactional
  public void told(String operatorId, boolean arrived, String problem) {
    jdbc.sql(
            """
            insert into platform.sms_piece (operator_id, arrived, problem, told_at)
            values (:operatorId, :arrived, :problem, now())
            on conflict (operator_id) do update
            set arrived = excluded.arrived, problem = excluded.problem, told_at = excluded.told_at
            returning outgoing_id
            """)
        .param("operatorId", operatorId)
        .param("arrived", arrived)
        .param("problem", arrived ? null : problem)
        .query((row, number) -> row.getObject("outgoing_id", UUID.class))
        .list()
        .forEach(this::settle);
  }

  /** All pieces have arrived, or one will not. */
  private void settle(@Nullable UUID message) {
    // One that we have not written down as taken yet: whoever does settles it.
    if (message == null) return;
    // What others have just told of its other pieces is seen after they are done.
    arrivals.lock(message);
    var told = read(message);
    if (told.problem() != null) arrivals.failed(message, told.problem());
    else if (told.arrived() == told.pieces()) arrivals.arrived(message);
  }

  private Told read(UUID message) {
    return jdbc.sql(
            """
            select count(*) filter (where arrived) arrived, max(pieces) pieces,
                   max(problem) filter (where not arrived) problem
            from platform.sms_piece where outgoing_id = :message
            """)
        .param("message", message)
        .query(
            (row, number) ->
                new Told(row.getInt("arrived"), row.getInt("pieces"), row.getString("problem")))
        .single();
  }

  private record Told(int arrived, int pieces, @Nullable String problem) {}

  int removeOld(int days, int most) {
    return jdbc.sql(
            """
            delete from platform.sms_piece where operator_id in (
              select operator_id from platform.sms_piece
              where created_at < now() - make_interval(days => :days)
              order by created_at limit :most)
            """)
        .param("days", days)
        .param("most", most)
        .update();
  }
}
