package org.motcua.dossiers.model;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRevocationStore implements RevocationStore {

  private final JdbcClient jdbc;

  JdbcRevocationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Revocation revocation) {
    jdbc.sql(
            """
            insert into dossiers.revocation
              (dossier, code, revoked_at, ground, law, reason, leader, revoked_by)
            values (:dossier, :code, :at, :ground, :law, :reason, :leader, :by)
            """)
        .param("dossier", revocation.dossier().value())
        .param("code", revocation.code())
        .param("at", revocation.at().atOffset(ZoneOffset.UTC))
        .param("ground", revocation.ground().name())
        .param("law", revocation.law())
        .param("reason", revocation.reason())
        .param("leader", revocation.leader())
        .param("by", revocation.revokedBy())
        .update();
  }

  @Override
  public Optional<Revocation> find(DossierId dossier) {
    return jdbc.sql("select * from dossiers.revocation where dossier = :dossier")
        .param("dossier", dossier.value())
        .query(
            (row, number) ->
                new Revocation(
                    new DossierId(row.getObject("dossier", UUID.class)),
                    row.getString("code"),
                    row.getObject("revoked_at", OffsetDateTime.class).toInstant(),
                    Revocation.Ground.valueOf(row.getString("ground")),
                    row.getString("law"),
                    row.getString("reason"),
                    row.getString("leader"),
                    row.getString("revoked_by")))
        .optional();
  }
}
