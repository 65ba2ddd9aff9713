package org.motcua.connect.leaving;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.keys.PairwiseSubjects;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.SignOn;
import org.motcua.connect.signons.EndSignOns;
import org.motcua.platform.ids.NewId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has every client told whose session has ended elsewhere; once for each session at each client.
 */
@Component
class TellClients {

  private final KnownClients clients;
  private final PairwiseSubjects subjects;
  private final SchedulerClient scheduler;
  private final OneTimeTask<LogoutNotice> task;
  private final Clock clock;

  TellClients(
      KnownClients clients,
      PairwiseSubjects subjects,
      SchedulerClient scheduler,
      OneTimeTask<LogoutNotice> logoutNoticeTask,
      Clock clock) {
    this.clients = clients;
    this.subjects = subjects;
    this.scheduler = scheduler;
    this.task = logoutNoticeTask;
    this.clock = clock;
  }

  /** In the transaction that has ended them, so that none is forgotten. */
  @EventListener
  void on(EndSignOns.Ended event) {
    var bySession = new LinkedHashMap<String, SignOn>();
    event.signOns().stream()
        .filter(signOn -> signOn.codeUsedAt() != null)
        .forEach(signOn -> bySession.put(signOn.sid(), signOn));
    var notices = bySession.values().stream().flatMap(signOn -> notice(signOn).stream()).toList();
    if (notices.isEmpty()) return;
    scheduler.scheduleBatch(
        notices.stream().map(notice -> task.instance(NewId.next().toString(), notice)),
        clock.instant());
  }

  /** One that is being closed is told as well: of those who were signed on until then. */
  private Optional<LogoutNotice> notice(SignOn signOn) {
    return clients
        .find(signOn.client())
        .filter(client -> isTold(client))
        .map(
            client ->
                new LogoutNotice(
                    client.id().value(),
                    subjects.of(signOn.account(), client.agency()),
                    signOn.sid()));
  }

  private static boolean isTold(Client client) {
    return client.portal() != null && client.portal().backChannelAddress() != null;
  }
}
