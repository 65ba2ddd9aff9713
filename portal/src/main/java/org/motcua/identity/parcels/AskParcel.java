package org.motcua.identity.parcels;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DataHolder;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.web.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a parcel. While one is under way, or has just been made, that one it is. */
@Service
class AskParcel {

  static final Duration KEPT = Duration.ofDays(7);
  private static final Duration FRESH = Duration.ofHours(1);

  private final Parcels parcels;
  private final ObjectProvider<DataHolder> holders;
  private final SchedulerClient jobs;
  private final AuditTrail audit;
  private final Clock clock;

  AskParcel(
      Parcels parcels,
      ObjectProvider<DataHolder> holders,
      SchedulerClient jobs,
      AuditTrail audit,
      Clock clock) {
    this.parcels = parcels;
    this.holders = holders;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public void ask(CurrentUser user, Language language) {
    parcels.lock(user.id());
    var now = clock.instant();
    var earlier = parcels.findLatest(user.id(), now).filter(it -> !it.failed());
    if (earlier.filter(it -> it.underWay() || it.askedAt().plus(FRESH).isAfter(now)).isPresent()) {
      return;
    }
    var parcel =
        new KeptParcel(
            NewId.next(),
            user.id(),
            language,
            now,
            0,
            (int) holders.stream().count(),
            null,
            now.plus(KEPT),
            null,
            false);
    parcels.add(parcel);
    jobs.schedule(new TaskInstance<>(MakeParcel.NAME, parcel.id().toString(), null), now);
    audit.record(
        user.actor(), "identity.data-asked-for", "account", user.id().toString(), Map.of());
  }
}
