package org.motcua.dossiers.submitting;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossierSubmitted;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Kills the database connection in the middle of one submission; only in tests. */
@Component
class KilledSubmission {

  private final JdbcClient jdbc;
  private final AtomicReference<@Nullable DossierId> victim = new AtomicReference<>();

  KilledSubmission(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void killOnce(DossierId id) {
    victim.set(id);
  }

  @EventListener
  void on(DossierSubmitted event) {
    if (event.id().equals(victim.get())) {
      victim.set(null);
      jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query().singleValue();
    }
  }
}
