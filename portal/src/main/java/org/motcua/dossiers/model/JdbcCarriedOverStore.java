package org.motcua.dossiers.model;

import java.util.List;
import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.motcua.forms.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcCarriedOverStore implements CarriedOverStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcCarriedOverStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public Optional<CarriedOver> find(DossierId draft) {
    return jdbc.sql(
            """
            select from_version, to_version, aside
              from dossiers.carried_over
             where dossier = :dossier
            """)
        .param("dossier", draft.value())
        .query(
            (row, number) ->
                new CarriedOver(
                    row.getInt("from_version"),
                    row.getInt("to_version"),
                    json.readValue(
                        row.getString("aside"), new TypeReference<List<CarriedOver.Aside>>() {})))
        .optional();
  }

  @Override
  public void carry(DossierId draft, ServiceVersion to, Answers kept, CarriedOver carried) {
    jdbc.sql(
            """
            update dossiers.dossier
               set service_version = :version, procedure_code = :procedure,
                   answers = :answers::jsonb
             where id = :id and status = 0
            """)
        .param("version", to.version())
        .param("procedure", to.procedure().value())
        .param("answers", kept.toJson())
        .param("id", draft.value())
        .update();
    jdbc.sql(
            """
            insert into dossiers.carried_over (dossier, from_version, to_version, aside)
            values (:dossier, :from, :to, :aside::jsonb)
            on conflict (dossier) do update
               set to_version = excluded.to_version, aside = excluded.aside
            """)
        .param("dossier", draft.value())
        .param("from", carried.fromVersion())
        .param("to", carried.toVersion())
        .param("aside", json.writeValueAsString(carried.aside()))
        .update();
  }
}
