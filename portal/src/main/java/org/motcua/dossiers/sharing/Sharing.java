package org.motcua.dossiers.sharing;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.Participation;
import org.motcua.dossiers.model.Participation.Ending;
import org.motcua.dossiers.model.ParticipationId;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.dossiers.sharing.InvitingOutcome.Full;
import org.motcua.dossiers.sharing.InvitingOutcome.Invited;
import org.motcua.dossiers.sharing.InvitingOutcome.InvitedBefore;
import org.motcua.dossiers.sharing.InvitingOutcome.NotOpen;
import org.motcua.dossiers.sharing.InvitingOutcome.TooOften;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.NamedPeople;
import org.motcua.identity.Power;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The owner invites somebody to fill in parts of a dossier, and ends that at will. Who prepares for
 * another lets nobody else look into it; who may sign for him may.
 */
@Service
class Sharing {

  private static final Limit INVITATIONS = new Limit(20, Duration.ofDays(1));
  private static final int MOST_PEOPLE = 10;
  private static final int NUMBER_END = 3;

  private final OwnDossiers own;
  private final ParticipationStore participations;
  private final NamedPeople people;
  private final SharingNotices notices;
  private final RateLimits limits;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Sharing(
      OwnDossiers own,
      ParticipationStore participations,
      NamedPeople people,
      SharingNotices notices,
      RateLimits limits,
      ApplicationEventPublisher events,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.own = own;
    this.participations = participations;
    this.people = people;
    this.notices = notices;
    this.limits = limits;
    this.events = events;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  InvitingOutcome invite(DossierId id, CurrentUser user, CheckInvitation.Checked.Right wanted) {
    if (!limits.tryConsume("dossiers.invite:" + user.signedIn(), INVITATIONS)) {
      return new TooOften();
    }
    return transaction.execute(
        status ->
            own.findForUpdate(id, user, Power.SIGN)
                .filter(Dossier::open)
                .map(dossier -> invite(dossier, user, wanted))
                .orElseGet(NotOpen::new));
  }

  private InvitingOutcome invite(
      Dossier dossier, CurrentUser user, CheckInvitation.Checked.Right wanted) {
    var now = clock.instant();
    var fresh =
        new Participation(
            ParticipationId.next(),
            dossier.id(),
            people.guard(wanted.number()),
            wanted.number().substring(wanted.number().length() - NUMBER_END),
            wanted.name(),
            wanted.parts(),
            wanted.seesAll(),
            user.signedIn(),
            now,
            wanted.until(),
            null,
            null,
            null,
            null);
    var open = participations.listOf(dossier.id()).stream().filter(each -> each.open(now)).toList();
    if (open.stream().anyMatch(fresh::isSame)) return new Invited();
    if (open.stream().anyMatch(each -> each.isForSame(fresh.guard()))) return new InvitedBefore();
    if (open.size() >= MOST_PEOPLE) return new Full();

    participations.add(fresh);
    var only = fresh.parts().only();
    audit.record(
        user.actor(),
        "dossiers.shared",
        "dossier",
        dossier.id().toString(),
        Map.of(
            "participation", fresh.id().toString(),
            "parts", only == null ? "all" : new TreeSet<>(only),
            "seesAll", fresh.seesAll(),
            "until", fresh.until().toString()));
    events.publishEvent(
        new PersonInvited(fresh.id(), people.find(wanted.number(), wanted.name()).orElse(null)));
    return new Invited();
  }

  /** Ends it at once. Twice is once. */
  @Transactional
  public void withdraw(DossierId id, ParticipationId which, CurrentUser user) {
    own.findForUpdate(id, user, Power.SIGN)
        .flatMap(dossier -> participations.findForUpdate(which))
        .filter(found -> found.dossier().equals(id) && found.open(clock.instant()))
        .ifPresent(found -> withdraw(found, user));
  }

  private void withdraw(Participation found, CurrentUser user) {
    participations.end(found.id(), Ending.WITHDRAWN, clock.instant());
    audit.record(
        user.actor(),
        "dossiers.sharing_withdrawn",
        "dossier",
        found.dossier().toString(),
        Map.of("participation", found.id().toString()));
    notices.withdrawn(found);
  }
}
