package org.motcua.dossiers.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.DataAccesses;
import org.motcua.identity.DataAccesses.Seen;
import org.motcua.identity.DataAccesses.Viewer;
import org.motcua.platform.database.AfterCommit;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/**
 * Lets people know that a program has worked with a dossier of theirs. Looks of the same hour are
 * one; this node remembers those that it has written down.
 */
@Component
class ProgramLooks {

  private static final int REMEMBERED = 100_000;

  private final Cache<String, Boolean> written =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(Duration.ofHours(1)).build();
  private final DataAccesses accesses;
  private final OnlineServices services;
  private final Clock clock;

  ProgramLooks(DataAccesses accesses, OnlineServices services, Clock clock) {
    this.accesses = accesses;
    this.services = services;
    this.clock = clock;
  }

  void at(Dossier dossier, Caller caller) {
    var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    var look = dossier.id() + " " + caller.client() + " " + hour;
    if (written.getIfPresent(look) != null) return;
    accesses.record(
        new Seen(
            dossier.applicant().account(),
            "dossier:" + dossier.id(),
            "dossiers.access.dossier",
            name(dossier)),
        new Viewer.Program(caller.client()),
        caller.agency(),
        "dossiers.access.filing");
    // What is rolled back was not written.
    AfterCommit.run(() -> written.put(look, true));
  }

  private String name(Dossier dossier) {
    var code = dossier.code();
    return code != null
        ? code.value()
        : services
            .get(dossier.service().slug(), dossier.service().version())
            .name()
            .in(Language.VIETNAMESE);
  }
}
