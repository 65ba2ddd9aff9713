package org.motcua.dossiers.sharing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Participation;
import org.motcua.dossiers.model.Participation.Ending;
import org.motcua.dossiers.model.Participation.State;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.NamedPeople;
import org.motcua.identity.Power;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever was invited accepts or declines, and stops when he likes. */
@Service
public class Joining {

  private static final int SHOWN = 20;

  private final DossierStore dossiers;
  private final OwnDossiers own;
  private final ParticipationStore participations;
  private final NamedPeople people;
  private final SharingNotices notices;
  private final AuditTrail audit;
  private final Clock clock;

  Joining(
      DossierStore dossiers,
      OwnDossiers own,
      ParticipationStore participations,
      NamedPeople people,
      SharingNotices notices,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.own = own;
    this.participations = participations;
    this.people = people;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** A dossier and the invitation to it. */
  public record Invitation(Dossier dossier, Participation participation) {}

  /** What waits for this person's answer at this dossier. */
  public Optional<Invitation> findWaiting(DossierId id, CurrentUser user) {
    return dossiers
        .find(id)
        .filter(dossier -> mayJoin(dossier, user))
        .flatMap(
            dossier ->
                participations.listOf(id).stream()
                    .filter(each -> waitsFor(each, user))
                    .findFirst()
                    .map(each -> new Invitation(dossier, each)));
  }

  /** All that waits for this person's answer, and all that he fills in; the newest first. */
  public List<Invitation> list(CurrentUser user) {
    var now = clock.instant();
    var waiting =
        participations.listWaitingFor(people.guardsOf(user.id()), now, SHOWN).stream()
            .filter(each -> waitsFor(each, user));
    var joined =
        participations.listOf(user.id(), null, SHOWN).stream()
            .filter(each -> each.joins(user.id(), now));
    return Stream.concat(waiting, joined)
        .flatMap(
            each ->
                dossiers
                    .find(each.dossier())
                    .filter(dossier -> mayJoin(dossier, user))
                    .map(dossier -> new Invitation(dossier, each))
                    .stream())
        .toList();
  }

  /**
   * Twice is once.
   *
   * @return false when there is no such invitation, or no more
   */
  @Transactional
  public boolean accept(DossierId id, CurrentUser user) {
    if (joins(id, user)) return true;
    var waiting = lockWaiting(id, user);
    waiting.ifPresent(
        invitation -> {
          participations.accept(invitation.id(), user.id(), user.name(), clock.instant());
          record(invitation, user, "dossiers.sharing_accepted");
          notices.accepted(invitation, user.name());
        });
    return waiting.isPresent() || joins(id, user);
  }

  /** Twice is once. */
  @Transactional
  public void decline(DossierId id, CurrentUser user) {
    lockWaiting(id, user)
        .ifPresent(
            invitation -> {
              participations.end(invitation.id(), Ending.DECLINED, clock.instant());
              record(invitation, user, "dossiers.sharing_declined");
              notices.declined(invitation);
            });
  }

  /** What was filled in stays. Twice is once. */
  @Transactional
  public void leave(DossierId id, CurrentUser user) {
    participations.listBetween(id, user.id()).stream()
        .map(Participation::id)
        .flatMap(each -> participations.findForUpdate(each).stream())
        .filter(each -> each.joins(user.id(), clock.instant()))
        .forEach(
            each -> {
              participations.end(each.id(), Ending.LEFT, clock.instant());
              record(each, user, "dossiers.sharing_left");
              notices.left(each);
            });
  }

  private boolean joins(DossierId id, CurrentUser user) {
    var now = clock.instant();
    return participations.listBetween(id, user.id()).stream()
        .anyMatch(each -> each.joins(user.id(), now));
  }

  /** The dossier's row is locked as well: two clicks come one after the other. */
  private Optional<Participation> lockWaiting(DossierId id, CurrentUser user) {
    return dossiers
        .findForUpdate(id)
        .filter(dossier -> mayJoin(dossier, user))
        .flatMap(dossier -> findWaiting(id, user))
        .map(invitation -> invitation.participation().id())
        .flatMap(participations::findForUpdate)
        .filter(each -> waitsFor(each, user));
  }

  private boolean mayJoin(Dossier dossier, CurrentUser user) {
    return dossier.open() && !dossier.belongsTo(user.id()) && own.may(user, Power.FILE, dossier);
  }

  private boolean waitsFor(Participation invitation, CurrentUser user) {
    return invitation.state(clock.instant()) == State.WAITING
        && people.isNamed(user.id(), invitation.guard(), invitation.name());
  }

  private void record(Participation by, CurrentUser user, String action) {
    audit.record(
        user.actor(),
        action,
        "dossier",
        by.dossier().toString(),
        Map.of("participation", by.id().toString()));
  }
}
