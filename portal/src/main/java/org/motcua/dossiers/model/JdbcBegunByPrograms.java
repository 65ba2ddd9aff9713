package org.motcua.dossiers.model;

import java.util.Optional;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBegunByPrograms implements BegunByPrograms {

  private final JdbcClient jdbc;

  JdbcBegunByPrograms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(DossierId dossier, String client, AccountId person) {
    jdbc.sql(
            """
            insert into dossiers.begun_by_program (dossier, client, person)
            values (:dossier, :client, :person)
            """)
        .param("dossier", dossier.value())
        .param("client", client)
        .param("person", person.value())
        .update();
  }

  @Override
  public Optional<Begun> find(DossierId dossier) {
    return jdbc.sql("select client, person from dossiers.begun_by_program where dossier = :dossier")
        .param("dossier", dossier.value())
        .query(
            (row, number) ->
                new Begun(
                    row.getString("client"), new AccountId(row.getObject("person", UUID.class))))
        .optional();
  }
}
