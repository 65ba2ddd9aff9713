package org.motcua.simulators.agency.dossiers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.agency.AgencySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the province's dossiers anew from time to time, and when somebody asks. */
@Component
@ConditionalOnBooleanProperty("agency.reads-dossiers")
class Synchronisation {

  private static final Logger log = LoggerFactory.getLogger(Synchronisation.class);

  private final NationalPortal portal;
  private final CopyStore store;
  private final AgencySettings settings;
  private final Clock clock;
  private volatile Copy copy;
  private volatile @Nullable PortalTrouble trouble;

  Synchronisation(NationalPortal portal, CopyStore store, AgencySettings settings, Clock clock) {
    this.portal = portal;
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.copy = store.load();
  }

  /** One at a time: who comes during another's reading waits and reads once more. */
  @Scheduled(
      initialDelayString = "${agency.first-synchronisation-after}",
      fixedDelayString = "${agency.synchronise-every}")
  synchronized void synchronise() {
    try {
      copy = readAll();
      trouble = null;
      store.save(copy);
    } catch (PortalTroubleException e) {
      if (!e.trouble().equals(trouble)) log.warn("No dossiers from {}: {}", settings, e.trouble());
      trouble = e.trouble();
    }
  }

  private Copy readAll() throws PortalTroubleException {
    var startedAt = clock.instant();
    var dossiers = new ArrayList<DossierSummary>();
    String after = null;
    do {
      var listing = portal.list(after);
      dossiers.addAll(listing.items());
      after = listing.items().isEmpty() ? null : listing.next();
    } while (after != null && dossiers.size() < settings.atMost());
    return new Copy(startedAt, dossiers, after != null);
  }

  Copy copy() {
    return copy;
  }

  /** What went wrong the last time, if anything did. */
  Optional<PortalTrouble> trouble() {
    return Optional.ofNullable(trouble);
  }
}
