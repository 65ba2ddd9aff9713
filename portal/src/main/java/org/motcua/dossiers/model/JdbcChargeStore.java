package org.motcua.dossiers.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.eservices.FeeLine;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcChargeStore implements ChargeStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcChargeStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public void owe(DossierId dossier, List<FeeLine> lines) {
    if (lines.isEmpty()) {
      jdbc.sql("delete from dossiers.charge where dossier = :dossier and settled_at is null")
          .param("dossier", dossier.value())
          .update();
      return;
    }
    jdbc.sql(
            """
            insert into dossiers.charge (dossier, lines, total)
            values (:dossier, :lines::jsonb, :total)
            on conflict (dossier) do update
               set lines = excluded.lines, total = excluded.total
             where charge.settled_at is null
            """)
        .param("dossier", dossier.value())
        .param("lines", json.writeValueAsString(lines))
        .param("total", new Charge(lines, null).total())
        .update();
  }

  @Override
  public Optional<Charge> find(DossierId dossier) {
    return jdbc.sql(
            """
            select lines, settled_at, settled_by_name, receipt
              from dossiers.charge
             where dossier = :dossier
            """)
        .param("dossier", dossier.value())
        .query((row, number) -> charge(row))
        .optional();
  }

  @Override
  public boolean settle(DossierId dossier, AccountId officer, Charge.Settlement settlement) {
    return jdbc.sql(
                """
                update dossiers.charge
                   set settled_at = :at, settled_by = :officer, settled_by_name = :name,
                       receipt = :receipt
                 where dossier = :dossier and settled_at is null
                """)
            .param("at", settlement.at().atOffset(ZoneOffset.UTC))
            .param("officer", officer.value())
            .param("name", settlement.by())
            .param("receipt", settlement.receipt())
            .param("dossier", dossier.value())
            .update()
        == 1;
  }

  private Charge charge(ResultSet row) throws SQLException {
    var lines = json.readValue(row.getString("lines"), new TypeReference<List<FeeLine>>() {});
    return new Charge(lines, settlement(row));
  }

  private static Charge.@Nullable Settlement settlement(ResultSet row) throws SQLException {
    var at = row.getObject("settled_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Charge.Settlement(
            at.toInstant(), row.getString("settled_by_name"), row.getString("receipt"));
  }
}
