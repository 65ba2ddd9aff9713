package org.motcua.dossiers.model;

import org.motcua.dossiers.DossierId;
import org.motcua.forms.Prefill;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcKnownAnswersStore implements KnownAnswersStore {

  private final JdbcClient jdbc;

  JdbcKnownAnswersStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Prefill find(DossierId dossier) {
    return jdbc.sql("select offers from dossiers.known_answers where dossier = :dossier")
        .param("dossier", dossier.value())
        .query((row, number) -> Prefill.fromJson(row.getString("offers")))
        .optional()
        .orElse(Prefill.none());
  }

  @Override
  public void add(DossierId dossier, Prefill newer) {
    jdbc.sql(
            """
            insert into dossiers.known_answers as known (dossier, offers)
            values (:dossier, :offers::jsonb)
            on conflict (dossier) do update set offers = known.offers || excluded.offers
            """)
        .param("dossier", dossier.value())
        .param("offers", newer.toJson())
        .update();
  }

  @Override
  public void put(DossierId dossier, Prefill all) {
    jdbc.sql(
            """
            insert into dossiers.known_answers (dossier, offers)
            values (:dossier, :offers::jsonb)
            on conflict (dossier) do update set offers = excluded.offers
            """)
        .param("dossier", dossier.value())
        .param("offers", all.toJson())
        .update();
  }
}
