package org.motcua.catalogue.model;

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

@Repository
class JdbcProcedureStore implements ProcedureStore {

  private final JdbcClient jdbc;

  JdbcProcedureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Procedure> find(ProcedureCode code) {
    return jdbc.sql(
            "select content from catalogue.procedure where code = :code and state = 'IN_FORCE'")
        .param("code", code.value())
        .query(JdbcProcedureStore::procedure)
        .optional();
  }

  @Override
  public List<Procedure> findAll(Collection<ProcedureCode> codes) {
    return jdbc.sql(
            "select content from catalogue.procedure where code = any(:codes) and state ="
                + " 'IN_FORCE'")
        .param("codes", codes.stream().map(ProcedureCode::value).toArray(String[]::new))
        .query(JdbcProcedureStore::procedure)
        .list();
  }

  /** A copy's code begins with the original's and a dot, and a slash comes next after the dot. */
  @Override
  public List<Procedure> families(Collection<ProcedureCode> national) {
    return jdbc.sql(
            """
            select content from unnest(:codes) as family (code)
            join catalogue.procedure as member
              on member.code >= family.code collate "C" and member.code < (family.code || '/') collate "C"
            where state = 'IN_FORCE'
            order by member.code
            """)
        .param("codes", national.stream().map(ProcedureCode::value).toArray(String[]::new))
        .query(JdbcProcedureStore::procedure)
        .list();
  }

  @Override
  public List<Procedure> list(@Nullable ProcedureCode after, int limit) {
    return jdbc.sql(
            """
            select content from catalogue.procedure
            where code > :after and state = 'IN_FORCE'
            order by code
            limit :limit
            """)
        .param("after", after == null ? "" : after.value())
        .param("limit", limit)
        .query(JdbcProcedureStore::procedure)
        .list();
  }

  @Override
  public List<ProcedureCode> codes(@Nullable ProcedureCode after, int limit) {
    return jdbc.sql(
            """
            select code from catalogue.procedure
            where code > :after and state = 'IN_FORCE'
            order by code
            limit :limit
            """)
        .param("after", after == null ? "" : after.value())
        .param("limit", limit)
        .query((row, number) -> new ProcedureCode(row.getString("code")))
        .list();
  }

  private static Procedure procedure(ResultSet row, int number) throws SQLException {
    return ProcedureJson.read(row.getString("content"));
  }
}
