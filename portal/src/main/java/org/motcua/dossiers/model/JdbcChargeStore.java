package org.motcua.dossiers.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  private static final TypeReference<List<FeeLine>> LINES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcChargeStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public void begin(DossierId dossier, List<FeeLine> lines) {
    keep(dossier, new Charge(lines, List.of(), null));
  }

  @Override
  public void owe(DossierId dossier, List<FeeLine> lines) {
    var before = find(dossier);
    if (before.filter(charge -> charge.settlement() != null).isPresent()) return;
    keep(dossier, new Charge(lines, before.map(Charge::demanded).orElse(List.of()), null));
  }

  @Override
  public void demand(DossierId dossier, FeeLine line) {
    var before = find(dossier);
    if (before.filter(charge -> charge.settlement() != null).isPresent()) return;
    var demanded =
        Stream.concat(before.stream().flatMap(it -> it.demanded().stream()), Stream.of(line));
    keep(dossier, new Charge(before.map(Charge::lines).orElse(List.of()), demanded.toList(), null));
  }

  @Override
  public void change(DossierId dossier, List<FeeLine> lines) {
    var demanded = find(dossier).map(Charge::demanded).orElse(List.of());
    var charge = new Charge(lines, demanded, null);
    if (charge.all().isEmpty()) {
      jdbc.sql("delete from dossiers.charge where dossier = :dossier")
          .param("dossier", dossier.value())
          .update();
      return;
    }
    jdbc.sql(
            """
            update dossiers.charge
               set lines = :lines::jsonb, total = :total
             where dossier = :dossier
            """)
        .param("dossier", dossier.value())
        .param("lines", json.writeValueAsString(charge.lines()))
        .param("total", charge.total())
        .update();
  }

  private void keep(DossierId dossier, Charge charge) {
    if (charge.all().isEmpty()) {
      jdbc.sql("delete from dossiers.charge where dossier = :dossier and settled_at is null")
          .param("dossier", dossier.value())
          .update();
      return;
    }
    jdbc.sql(
            """
            insert into dossiers.charge (dossier, lines, demanded, total)
            values (:dossier, :lines::jsonb, :demanded::jsonb, :total)
            on conflict (dossier) do update
               set lines = excluded.lines, demanded = excluded.demanded, total = excluded.total
             where charge.settled_at is null
            """)
        .param("dossier", dossier.value())
        .param("lines", json.writeValueAsString(charge.lines()))
        .param("demanded", json.writeValueAsString(charge.demanded()))
        .param("total", charge.total())
        .update();
  }

  @Override
  public Optional<Charge> find(DossierId dossier) {
    return jdbc.sql(
            """
            select lines, demanded, settled_at, settled_by_name, receipt
              from dossiers.charge
             where dossier = :dossier
            """)
        .param("dossier", dossier.value())
        .query((row, number) -> charge(row))
        .optional();
  }

  @Override
  public void unsettle(DossierId dossier) {
    jdbc.sql(
            """
            update dossiers.charge
               set settled_at = null, settled_by = null, settled_by_name = null, receipt = null
             where dossier = :dossier
            """)
        .param("dossier", dossier.value())
        .update();
  }

  @Override
  public boolean settle(
      DossierId dossier, @Nullable AccountId officer, Charge.Settlement settlement) {
    return jdbc.sql(
                """
                update dossiers.charge
                   set settled_at = :at, settled_by = :officer, settled_by_name = :name,
                       receipt = :receipt
                 where dossier = :dossier and settled_at is null
                """)
            .param("at", settlement.at().atOffset(ZoneOffset.UTC))
            .param("officer", officer == null ? null : officer.value())
            .param("name", settlement.by())
            .param("receipt", settlement.receipt())
            .param("dossier", dossier.value())
            .update()
        == 1;
  }

  private Charge charge(ResultSet row) throws SQLException {
    return new Charge(lines(row, "lines"), lines(row, "demanded"), settlement(row));
  }

  private List<FeeLine> lines(ResultSet row, String column) throws SQLException {
    return json.readValue(row.getString(column), LINES);
  }

  private static Charge.@Nullable Settlement settlement(ResultSet row) throws SQLException {
    var at = row.getObject("settled_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Charge.Settlement(
            at.toInstant(), row.getString("settled_by_name"), row.getString("receipt"));
  }
}
