package org.motcua.dossiers.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.ServiceSlug;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose a dossier is and for which service: neither ever changes, so it is asked once. */
@Component
class Owners {

  private static final int REMEMBERED = 100_000;

  private final Cache<DossierId, Owner> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final JdbcClient jdbc;

  Owners(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Owner(AccountId account, ServiceSlug service) {}

  Optional<Owner> find(DossierId id) {
    var owner = known.getIfPresent(id);
    if (owner != null) return Optional.of(owner);
    var read = read(id);
    read.ifPresent(it -> known.put(id, it));
    return read;
  }

  /** Of one that has just been begun here. */
  void remember(Dossier begun) {
    known.put(begun.id(), new Owner(begun.applicant().account(), begun.service().slug()));
  }

  private Optional<Owner> read(DossierId id) {
    return jdbc.sql("select applicant, service from dossiers.dossier where id = :id")
        .param("id", id.value())
        .query(
            (row, number) ->
                new Owner(
                    new AccountId(row.getObject("applicant", UUID.class)),
                    new ServiceSlug(row.getString("service"))))
        .optional();
  }
}
