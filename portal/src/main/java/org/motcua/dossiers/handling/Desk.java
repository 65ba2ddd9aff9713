package org.motcua.dossiers.handling;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.HandledOutside;
import org.motcua.dossiers.handling.DeskOutcome.NoSuchDossier;
import org.motcua.dossiers.handling.DeskOutcome.NotNow;
import org.motcua.dossiers.handling.DeskOutcome.RoleMissing;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gate that every act of an officer passes: is it a dossier of this agency, may it be done now,
 * does the officer hold the role; then it is done, and written into history and audit trail.
 */
@Component
class Desk {

  /** What is done with what one has in hand; the rest is done by post, whoever has it in hand. */
  private static final Set<Act> IN_HAND =
      EnumSet.of(
          Act.TAKE_UP,
          Act.HAND_BACK,
          Act.PASS_ON,
          Act.REQUEST_ADDITIONS,
          Act.REQUEST_PAYMENT,
          Act.APOLOGISE);

  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Posts posts;
  private final ChosenDesk chosen;
  private final StandIns standIns;
  private final AuditTrail audit;
  private final Clock clock;

  Desk(
      DossierStore dossiers,
      OnlineServices services,
      Posts posts,
      ChosenDesk chosen,
      StandIns standIns,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.services = services;
    this.posts = posts;
    this.chosen = chosen;
    this.standIns = standIns;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The desk at which somebody sits: of those he has, the one he chose. An account without a post
   * has none.
   */
  Optional<DeskOfficer> officer(CurrentUser user) {
    var id = new OfficerId(user.id().value());
    var held = posts.postsOf(id);
    if (held.isEmpty()) return Optional.empty();
    var agency = chosen.among(held);
    var roles = EnumSet.noneOf(Role.class);
    held.stream().filter(post -> post.agency().equals(agency)).map(Post::role).forEach(roles::add);
    return Optional.of(
        DeskOfficer.here(user.id(), user.name(), agency, roles, standIns.of(id, agency)));
  }

  /** All agencies at which he has a post. */
  List<AgencyId> desksOf(CurrentUser user) {
    return posts.postsOf(new OfficerId(user.id().value())).stream()
        .map(Post::agency)
        .distinct()
        .toList();
  }

  /** A dossier that this officer's posts need; for anybody else it does not exist. */
  Optional<Dossier> find(DossierId id, DeskOfficer officer) {
    return dossiers.find(id).filter(officer::sees);
  }

  /** Carries out an act of the table of transitions. */
  @Transactional(propagation = Propagation.MANDATORY)
  DeskOutcome carryOut(Act act, DossierId id, DeskOfficer officer, Change change) {
    return carryOut(act, id, officer, dossier -> rolesFor(dossier, act), change);
  }

  /**
   * Carries out what belongs to one step of the route: only while the dossier stands there, so that
   * an old page, or the second of two clicks, changes nothing.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  DeskOutcome carryOutAt(int step, Act act, DossierId id, DeskOfficer officer, Change change) {
    return carryOut(
        act,
        id,
        officer,
        dossier -> dossier.step() == step ? rolesFor(dossier, act) : Set.of(),
        change);
  }

  /** With which roles it may be done where the dossier stands. */
  Set<Role> rolesFor(Dossier dossier, Act act) {
    return Routes.rolesFor(dossier, act, serviceOf(dossier));
  }

  /** Then nobody acts on it here, or it would be decided twice. */
  boolean handledOutside(Dossier dossier) {
    return serviceOf(dossier).handedTo() != null;
  }

  private OnlineService serviceOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version());
  }

  private DeskOutcome carryOut(
      Act act,
      DossierId id,
      DeskOfficer officer,
      Function<Dossier, Set<Role>> rolesIfAllowed,
      Change change) {
    var found = dossiers.findForUpdate(id).filter(officer::sees);
    if (found.isEmpty()) return new NoSuchDossier();
    var dossier = found.get();
    if (handledOutside(dossier)) return new HandledOutside();
    var roles = rolesIfAllowed.apply(dossier);
    if (roles.isEmpty()) return new NotNow(dossier.status());
    if (!officer.hasOneOf(roles)) return new RoleMissing(roles.iterator().next());
    var refusal = change.unless().apply(dossier);
    if (refusal.isPresent()) return refusal.get();

    var now = clock.instant();
    var changed = change.to().apply(dossier, now);
    dossiers.move(changed);
    dossiers.append(
        id,
        new HistoryEntry(
            now,
            change.event(),
            changed.status(),
            dossier.step(),
            IN_HAND.contains(act) ? officer.actorFor(dossier) : officer.actor(),
            change.note()));
    audit.record(
        officer.auditName(),
        "dossiers." + change.event().name().toLowerCase(Locale.ROOT),
        "dossier",
        id.toString(),
        Map.of("code", changed.submittedCode().value(), "status", changed.status().national()));
    return new Done(changed);
  }

  /**
   * What becomes of the dossier, and how history tells it.
   *
   * @param note the officer's own words
   * @param unless what else may stand against it, seen while the dossier is locked
   */
  record Change(
      HistoryEntry.Event event,
      @Nullable String note,
      Function<Dossier, Optional<DeskOutcome>> unless,
      BiFunction<Dossier, Instant, Dossier> to) {

    static Change of(HistoryEntry.Event event, BiFunction<Dossier, Instant, Dossier> to) {
      return of(event, null, to);
    }

    static Change of(
        HistoryEntry.Event event, @Nullable String note, BiFunction<Dossier, Instant, Dossier> to) {
      return new Change(event, note, dossier -> Optional.empty(), to);
    }

    Change unless(Function<Dossier, Optional<DeskOutcome>> refusal) {
      return new Change(event, note, refusal, to);
    }
  }
}
