package org.motcua.catalogue.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcProcedureStore implements ProcedureStore {

  private final JdbcClient jdbc;
  private final JsonMapper json =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              include -> include.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .build();

  JdbcProcedureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Procedure> find(ProcedureCode code) {
    return jdbc.sql("select content from catalogue.procedure where code = :code")
        .param("code", code.value())
        .query(this::procedure)
        .optional();
  }

  @Override
  public List<Procedure> findAll(Collection<ProcedureCode> codes) {
    return jdbc.sql("select content from catalogue.procedure where code = any(:codes)")
        .param("codes", codes.stream().map(ProcedureCode::value).toArray(String[]::new))
        .query(this::procedure)
        .list();
  }

  @Override
  public List<Procedure> list(@Nullable ProcedureCode after, int limit) {
    return jdbc.sql(
            """
            select content from catalogue.procedure
            where code > :after
            order by code
            limit :limit
            """)
        .param("after", after == null ? "" : after.value())
        .param("limit", limit)
        .query(this::procedure)
        .list();
  }

  @Override
  public List<ProcedureCode> codes(@Nullable ProcedureCode after, int limit) {
    return jdbc.sql(
            "select code from catalogue.procedure where code > :after order by code limit :limit")
        .param("after", after == null ? "" : after.value())
        .param("limit", limit)
        .query((row, number) -> new ProcedureCode(row.getString("code")))
        .list();
  }

  @Override
  public boolean save(Procedure procedure) {
    return jdbc.sql(
                """
                insert into catalogue.procedure as present (code, name, content)
                values (:code, :name, :content::jsonb)
                on conflict (code) do update
                set name = excluded.name, content = excluded.content, changed_at = now()
                where present.content is distinct from excluded.content
                """)
            .param("code", procedure.code().value())
            .param("name", procedure.name())
            .param("content", json.writeValueAsString(procedure))
            .update()
        > 0;
  }

  private Procedure procedure(ResultSet row, int number) throws SQLException {
    return json.readValue(row.getString("content"), Procedure.class);
  }
}
