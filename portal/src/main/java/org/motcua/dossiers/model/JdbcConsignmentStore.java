package org.motcua.dossiers.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.PostalStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcConsignmentStore implements ConsignmentStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcConsignmentStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public void keep(DossierId dossier, PostalAddress address) {
    jdbc.sql(
            """
            insert into dossiers.postal_address (dossier, recipient, phone, unit, place)
            values (:dossier, :recipient, :phone, :unit, :place)
            """)
        .param("dossier", dossier.value())
        .param("recipient", address.recipient())
        .param("phone", address.phone())
        .param("unit", address.unit())
        .param("place", address.place())
        .update();
  }

  @Override
  public Optional<PostalAddress> findAddress(DossierId dossier) {
    return jdbc.sql("select * from dossiers.postal_address where dossier = :dossier")
        .param("dossier", dossier.value())
        .query(
            (row, number) ->
                new PostalAddress(
                    row.getString("recipient"),
                    row.getString("phone"),
                    row.getString("unit"),
                    row.getString("place")))
        .optional();
  }

  @Override
  public void add(Consignment consignment) {
    jdbc.sql(
            """
            insert into dossiers.consignment
              (id, dossier, number, given_at, given_by, state, steps)
            values (:id, :dossier, :number, :givenAt, :givenBy, :state, '[]')
            """)
        .param("id", consignment.id())
        .param("dossier", consignment.dossier().value())
        .param("number", consignment.number())
        .param("givenAt", consignment.givenAt().atOffset(ZoneOffset.UTC))
        .param("givenBy", consignment.givenBy())
        .param("state", consignment.state().name())
        .update();
  }

  @Override
  public void save(Consignment consignment) {
    jdbc.sql(
            """
            update dossiers.consignment
               set state = :state, tracking = :tracking, follow_at = :followAt,
                   steps = :steps::jsonb
             where id = :id
            """)
        .param("id", consignment.id())
        .param("state", consignment.state().name())
        .param("tracking", consignment.tracking())
        .param("followAt", consignment.followAt())
        .param("steps", json.writeValueAsString(consignment.steps()))
        .update();
  }

  @Override
  public Optional<Consignment> find(UUID id) {
    return jdbc.sql("select * from dossiers.consignment where id = :id")
        .param("id", id)
        .query((row, number) -> consignment(row))
        .optional();
  }

  @Override
  public Optional<Consignment> findLast(DossierId dossier) {
    return jdbc.sql(
            """
            select * from dossiers.consignment where dossier = :dossier
             order by number desc limit 1
            """)
        .param("dossier", dossier.value())
        .query((row, number) -> consignment(row))
        .optional();
  }

  private Consignment consignment(ResultSet row) throws SQLException {
    return new Consignment(
        row.getObject("id", UUID.class),
        new DossierId(row.getObject("dossier", UUID.class)),
        row.getInt("number"),
        row.getObject("given_at", OffsetDateTime.class).toInstant(),
        row.getString("given_by"),
        Consignment.State.valueOf(row.getString("state")),
        row.getString("tracking"),
        row.getString("follow_at"),
        List.of(json.readValue(row.getString("steps"), PostalStep[].class)));
  }
}
