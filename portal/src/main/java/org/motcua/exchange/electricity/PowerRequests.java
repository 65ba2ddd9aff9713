package org.motcua.exchange.electricity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which dossiers the company has taken, and when each is to be asked about again. */
@Repository
class PowerRequests {

  private final JdbcClient jdbc;

  PowerRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Twice is once: the first code holds.
   *
   * @throws IllegalStateException if the company gave this code to another dossier before
   */
  void add(PowerRequest request, Instant now, Instant lookAt) {
    var added =
        jdbc.sql(
                """
                insert into exchange.electricity_request
                  (dossier, code, document_code, handed_over_at, stage, look_at)
                values (:dossier, :code, :documentCode, :now, :stage, :lookAt)
                on conflict do nothing
                """)
            .param("dossier", request.dossier().value())
            .param("code", request.code())
            .param("documentCode", request.documentCode())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("stage", request.stage().name())
            .param("lookAt", lookAt.atOffset(ZoneOffset.UTC))
            .update();
    if (added == 0 && !isTaken(request.dossier())) {
      throw new IllegalStateException(
          "The electricity company gave " + request.documentCode() + " to another dossier before");
    }
  }

  private boolean isTaken(DossierId dossier) {
    return jdbc.sql("select exists (select from exchange.electricity_request where dossier = :id)")
        .param("id", dossier.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * Those that are to be asked about now, put off until their next turn in the same moment: another
   * node gets others, and a node that dies has only missed a turn.
   */
  List<PowerRequest> takeTurn(Instant now, Instant nextTurn, int most) {
    return jdbc.sql(
            """
            update exchange.electricity_request
               set look_at = :nextTurn
             where dossier in (
                   select dossier from exchange.electricity_request
                    where look_at <= :now
                    order by look_at, dossier limit :most
                      for update skip locked)
            returning dossier, code, document_code, stage
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("nextTurn", nextTurn.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query(
            (row, number) ->
                new PowerRequest(
                    new DossierId(row.getObject("dossier", UUID.class)),
                    row.getString("code"),
                    row.getString("document_code"),
                    Stage.valueOf(row.getString("stage"))))
        .list();
  }

  /** One that has ended is not asked about any more. */
  void cameTo(Stage stage, DossierId dossier) {
    jdbc.sql(
            """
            update exchange.electricity_request
               set stage = :stage, look_at = case when :ended then null else look_at end
             where dossier = :dossier
            """)
        .param("stage", stage.name())
        .param("ended", stage.ended())
        .param("dossier", dossier.value())
        .update();
  }
}
