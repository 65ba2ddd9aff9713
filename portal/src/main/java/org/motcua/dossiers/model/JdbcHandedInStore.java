package org.motcua.dossiers.model;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.motcua.dossiers.DossierId;
import org.motcua.forms.Answers;
import org.motcua.forms.Prefill;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcHandedInStore implements HandedInStore {

  private static final TypeReference<List<HandedIn.Paper>> PAPERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcHandedInStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public void add(DossierId dossier, HandedIn handedIn) {
    jdbc.sql(
            """
            insert into dossiers.handed_in (dossier, number, at, answers, known, papers)
            select :dossier, coalesce(max(number), 0) + 1, :at, :answers::jsonb, :known::jsonb,
                   :papers::jsonb
              from dossiers.handed_in where dossier = :dossier
            """)
        .param("dossier", dossier.value())
        .param("at", handedIn.at().atOffset(ZoneOffset.UTC))
        .param("answers", handedIn.answers().toJson())
        .param("known", handedIn.known().toJson())
        .param("papers", json.writeValueAsString(handedIn.papers()))
        .update();
  }

  @Override
  public List<HandedIn> list(DossierId dossier) {
    return jdbc.sql(
            """
            select at, answers, known, papers from dossiers.handed_in
             where dossier = :dossier order by number
            """)
        .param("dossier", dossier.value())
        .query(
            (row, number) ->
                new HandedIn(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    Answers.fromJson(row.getString("answers")),
                    Prefill.fromJson(row.getString("known")),
                    json.readValue(row.getString("papers"), PAPERS)))
        .list();
  }
}
