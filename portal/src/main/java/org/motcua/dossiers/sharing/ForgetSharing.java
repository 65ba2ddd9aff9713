package org.motcua.dossiers.sharing;

import java.time.Clock;
import java.time.Instant;
import org.motcua.dossiers.model.Participation.Ending;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountReclaimed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Who is gone fills in nothing any more, nor does a thief in another's account. */
@Component
class ForgetSharing {

  private final ParticipationStore participations;
  private final Clock clock;

  ForgetSharing(ParticipationStore participations, Clock clock) {
    this.participations = participations;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(AccountClosed closed) {
    participations.endAll(closed.account(), Instant.EPOCH, Ending.FORGOTTEN, clock.instant());
  }

  @ApplicationModuleListener
  void on(AccountReclaimed reclaimed) {
    reclaimed
        .othersSince()
        .ifPresent(
            since ->
                participations.endAll(
                    reclaimed.account(), since, Ending.FORGOTTEN, clock.instant()));
  }
}
