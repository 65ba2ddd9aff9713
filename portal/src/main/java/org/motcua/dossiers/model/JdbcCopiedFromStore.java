package org.motcua.dossiers.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcCopiedFromStore implements CopiedFromStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcCopiedFromStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public void insert(CopiedFrom copied) {
    jdbc.sql(
            """
            insert into dossiers.copied_dossier (draft, former, left_out)
            values (:draft, :former, :leftOut::jsonb)
            """)
        .param("draft", copied.draft().value())
        .param("former", copied.former().value())
        .param("leftOut", json.writeValueAsString(copied.leftOut()))
        .update();
  }

  @Override
  public Optional<CopiedFrom> find(DossierId draft) {
    return jdbc.sql("select former, left_out from dossiers.copied_dossier where draft = :draft")
        .param("draft", draft.value())
        .query(
            (row, number) ->
                new CopiedFrom(
                    draft,
                    new DossierId(row.getObject("former", UUID.class)),
                    json.readValue(
                        row.getString("left_out"), new TypeReference<List<String>>() {})))
        .optional();
  }

  @Override
  public Optional<DossierId> findDraftOf(DossierId former) {
    return jdbc.sql(
            """
            select copied.draft from dossiers.copied_dossier copied
              join dossiers.dossier draft on draft.id = copied.draft
             where copied.former = :former and draft.status = 0
             order by copied.draft desc limit 1
            """)
        .param("former", former.value())
        .query((row, number) -> new DossierId(row.getObject("draft", UUID.class)))
        .optional();
  }
}
