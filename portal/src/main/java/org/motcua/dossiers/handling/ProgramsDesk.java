package org.motcua.dossiers.handling;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossierSubmitted;
import org.motcua.identity.ProgramReach;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.database.AfterCommit;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where an agency's system finds a dossier: those of its agency, and of the agencies below it for
 * which it works. Which id a code has never changes, so it is asked once; at which agency it lies
 * is asked again when it is not found there.
 */
@Component
class ProgramsDesk {

  private static final int REMEMBERED = 100_000;

  private final Cache<DossierCode, Place> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final JdbcClient jdbc;
  private final ProgramReach reach;

  ProgramsDesk(JdbcClient jdbc, ProgramReach reach) {
    this.jdbc = jdbc;
    this.reach = reach;
  }

  record Place(DossierId dossier, AgencyId agency) {}

  /** Empty for anybody else's. */
  Optional<Place> find(String code, AgencyId program) {
    return DossierCode.parse(code)
        .flatMap(this::find)
        .filter(place -> covers(program, place.agency()));
  }

  /** What comes in here is asked for soon. */
  @EventListener
  void on(DossierSubmitted event) {
    AfterCommit.run(() -> known.put(event.code(), new Place(event.id(), event.agency())));
  }

  /** It may have gone to another agency. */
  void forget(String code) {
    DossierCode.parse(code).ifPresent(known::invalidate);
  }

  boolean covers(AgencyId program, AgencyId agency) {
    return reach.covers(program, agency);
  }

  private Optional<Place> find(DossierCode code) {
    var place = known.getIfPresent(code);
    if (place != null) return Optional.of(place);
    var read = read(code);
    read.ifPresent(it -> known.put(code, it));
    return read;
  }

  private Optional<Place> read(DossierCode code) {
    return jdbc.sql(
            "select id, agency from dossiers.dossier where code = :code and agency is not null")
        .param("code", code.value())
        .query(
            (row, number) ->
                new Place(
                    new DossierId(row.getObject("id", UUID.class)),
                    new AgencyId(row.getString("agency"))))
        .optional();
  }
}
