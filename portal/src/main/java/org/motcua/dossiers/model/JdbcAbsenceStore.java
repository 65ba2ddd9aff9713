package org.motcua.dossiers.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAbsenceStore implements AbsenceStore {

  private final JdbcClient jdbc;

  JdbcAbsenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void lock(AgencyId agency) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('absence:' || :agency, 0))")
        .param("agency", agency.value())
        .query(row -> {});
  }

  @Override
  public void add(Absence absence, AccountId saidBy, Instant now) {
    jdbc.sql(
            """
            insert into dossiers.absence
              (id, agency, officer, substitute, first_day, last_day, said_by, said_at)
            values (:id, :agency, :officer, :substitute, :firstDay, :lastDay, :saidBy, :now)
            """)
        .param("id", absence.id())
        .param("agency", absence.agency().value())
        .param("officer", absence.officer().value())
        .param("substitute", absence.substitute().value())
        .param("firstDay", absence.firstDay())
        .param("lastDay", absence.lastDay())
        .param("saidBy", saidBy.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public boolean end(UUID id, Instant now) {
    return jdbc.sql(
                "update dossiers.absence set ended_at = :now where id = :id and ended_at is null")
            .param("id", id)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  @Override
  public Optional<Absence> find(UUID id) {
    return jdbc.sql("select * from dossiers.absence where id = :id")
        .param("id", id)
        .query((row, number) -> absence(row))
        .optional();
  }

  @Override
  public List<Absence> listAt(AgencyId agency, LocalDate day) {
    return jdbc.sql(
            """
            select * from dossiers.absence
             where agency = :agency and last_day >= :day and ended_at is null
             order by first_day, id
            """)
        .param("agency", agency.value())
        .param("day", day)
        .query((row, number) -> absence(row))
        .list();
  }

  @Override
  public List<OfficerId> absentFor(OfficerId substitute, AgencyId agency, LocalDate day) {
    return jdbc.sql(
            """
            select distinct officer from dossiers.absence
             where substitute = :substitute and agency = :agency and ended_at is null
               and last_day >= :day and first_day <= :day
            """)
        .param("substitute", substitute.value())
        .param("agency", agency.value())
        .param("day", day)
        .query((row, number) -> new OfficerId(row.getObject("officer", UUID.class)))
        .list();
  }

  private static Absence absence(ResultSet row) throws SQLException {
    return new Absence(
        row.getObject("id", UUID.class),
        new AgencyId(row.getString("agency")),
        new OfficerId(row.getObject("officer", UUID.class)),
        new OfficerId(row.getObject("substitute", UUID.class)),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class));
  }
}
