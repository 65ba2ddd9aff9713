package org.motcua.dossiers.handling;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
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
import org.motcua.dossiers.model.Entrusted;
import org.motcua.dossiers.model.EntrustedStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.Transitions;
import org.motcua.dossiers.model.Transitions.Doer;
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
public class Desk {

  /** What is done with what one has in hand; the rest is done by post, whoever has it in hand. */
  private static final Set<Act> IN_HAND =
      EnumSet.of(
          Act.TAKE_UP,
          Act.HAND_BACK,
          Act.PASS_ON,
          Act.REQUEST_ADDITIONS,
          Act.REQUEST_PAYMENT,
          Act.ENTRUST,
          Act.APOLOGISE);

  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Posts posts;
  private final ChosenDesk chosen;
  private final StandIns standIns;
  private final EntrustedStore entrusted;
  private final CoordinatedSteps coordinatedSteps;
  private final AuditTrail audit;
  private final Clock clock;

  Desk(
      DossierStore dossiers,
      OnlineServices services,
      Posts posts,
      ChosenDesk chosen,
      StandIns standIns,
      EntrustedStore entrusted,
      CoordinatedSteps coordinatedSteps,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.services = services;
    this.posts = posts;
    this.chosen = chosen;
    this.standIns = standIns;
    this.entrusted = entrusted;
    this.coordinatedSteps = coordinatedSteps;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The desk at which somebody sits: of those he has, the one he chose. An account without a post
   * has none.
   */
  public Optional<DeskOfficer> officer(CurrentUser user) {
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
  public Optional<Dossier> find(DossierId id, DeskOfficer officer) {
    return dossiers.find(id).filter(officer::sees);
  }

  /** Carries out an act of the table of transitions. */
  @Transactional(propagation = Propagation.MANDATORY)
  public DeskOutcome carryOut(Act act, DossierId id, DeskOfficer officer, Change change) {
    return carryOut(id, officer, officer::sees, dossier -> List.of(act(act, change)));
  }

  /**
   * Carries out what belongs to one step of the route: only while the dossier stands there, so that
   * an old page, or the second of two clicks, changes nothing.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  DeskOutcome carryOutAt(int step, Act act, DossierId id, DeskOfficer officer, Change change) {
    return carryOut(id, officer, officer::sees, dossier -> List.of(actAt(step, act, change)));
  }

  /** Carries out what falls to those who were asked, of whichever agency they are. */
  @Transactional(propagation = Propagation.MANDATORY)
  public DeskOutcome carryOut(Act act, Entrusted part, DeskOfficer officer, Change change) {
    var planned =
        new Planned(
            act,
            dossier ->
                Transitions.find(dossier.status(), act)
                        .filter(found -> found.by() instanceof Doer.Entrusted)
                        .isPresent()
                    ? Set.of(part.role())
                    : Set.of(),
            change);
    return carryOut(
        part.dossier(),
        officer,
        dossier -> officer.sightOf(part) != Sight.NONE,
        dossier -> List.of(planned));
  }

  /**
   * Carries out one act after another, all of them or none.
   *
   * @param acts what is to be done with the dossier as it stands
   */
  @Transactional(propagation = Propagation.MANDATORY)
  DeskOutcome carryOut(DossierId id, DeskOfficer officer, Function<Dossier, List<Planned>> acts) {
    return carryOut(id, officer, officer::sees, acts);
  }

  /**
   * One act of an officer's.
   *
   * @param roles with which he may do it; with none, it is not allowed now
   */
  record Planned(Act act, Function<Dossier, Set<Role>> roles, Change change) {}

  Planned act(Act act, Change change) {
    return new Planned(act, dossier -> rolesFor(dossier, act), change);
  }

  Planned actAt(int step, Act act, Change change) {
    return new Planned(
        act, dossier -> dossier.step() == step ? rolesFor(dossier, act) : Set.of(), change);
  }

  /** With which roles it may be done where the dossier stands. */
  public Set<Role> rolesFor(Dossier dossier, Act act) {
    return Routes.rolesFor(dossier, act, serviceOf(dossier));
  }

  /** Then nobody acts on it here, or it would be decided twice. */
  public boolean handledOutside(Dossier dossier) {
    return serviceOf(dossier).handedTo() != null;
  }

  private OnlineService serviceOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version());
  }

  private DeskOutcome carryOut(
      DossierId id,
      DeskOfficer officer,
      Predicate<Dossier> sees,
      Function<Dossier, List<Planned>> acts) {
    var found = dossiers.findToMove(id).filter(sees);
    if (found.isEmpty()) return new NoSuchDossier();
    var before = found.get();
    if (handledOutside(before)) return new HandledOutside();

    var now = clock.instant();
    var entries = new ArrayList<HistoryEntry>();
    var overtakesOthers = false;
    var dossier = before;
    for (var planned : acts.apply(before)) {
      var refusal = refusal(planned, dossier, officer);
      if (refusal.isPresent()) return refusal.get();
      var changed = planned.change().to().apply(dossier, now);
      entries.add(entry(planned, dossier, changed, officer, now));
      overtakesOthers |= planned.change().overtakesOthers();
      dossier = changed;
    }
    write(before, dossier, entries, overtakesOthers, officer, now);
    return new Done(dossier);
  }

  private static Optional<DeskOutcome> refusal(
      Planned planned, Dossier dossier, DeskOfficer officer) {
    var roles = planned.roles().apply(dossier);
    if (roles.isEmpty()) return Optional.of(new NotNow(dossier.status()));
    if (!officer.hasOneOf(roles)) return Optional.of(new RoleMissing(roles.iterator().next()));
    return planned.change().unless().apply(dossier);
  }

  private static HistoryEntry entry(
      Planned planned, Dossier before, Dossier after, DeskOfficer officer, Instant now) {
    return new HistoryEntry(
        now,
        planned.change().event(),
        after.status(),
        before.step(),
        IN_HAND.contains(planned.act()) ? officer.actorFor(before) : officer.actor(),
        planned.change().note());
  }

  private void write(
      Dossier before,
      Dossier changed,
      List<HistoryEntry> entries,
      boolean overtakesOthers,
      DeskOfficer officer,
      Instant now) {
    dossiers.move(changed);
    if (overtakesOthers) entrusted.overtake(changed.id(), now);
    for (var entry : entries) {
      dossiers.append(changed.id(), entry);
      audit.record(
          officer.auditName(),
          "dossiers." + entry.event().name().toLowerCase(Locale.ROOT),
          "dossier",
          changed.id().toString(),
          Map.of("code", changed.submittedCode().value(), "status", entry.status().national()));
    }
    coordinatedSteps.reached(changed, before.step(), now);
  }

  /**
   * What becomes of the dossier, and how history tells it.
   *
   * @param note the officer's own words
   * @param unless what else may stand against it, seen while the dossier is locked
   * @param overtakesOthers whether nobody waits any more for what others were asked
   */
  public record Change(
      HistoryEntry.Event event,
      @Nullable String note,
      Function<Dossier, Optional<DeskOutcome>> unless,
      BiFunction<Dossier, Instant, Dossier> to,
      boolean overtakesOthers) {

    public static Change of(HistoryEntry.Event event, BiFunction<Dossier, Instant, Dossier> to) {
      return of(event, null, to);
    }

    public static Change of(
        HistoryEntry.Event event, @Nullable String note, BiFunction<Dossier, Instant, Dossier> to) {
      return new Change(event, note, dossier -> Optional.empty(), to, false);
    }

    public Change unless(Function<Dossier, Optional<DeskOutcome>> refusal) {
      return new Change(event, note, refusal, to, overtakesOthers);
    }

    public Change overtakingOthers() {
      return new Change(event, note, unless, to, true);
    }
  }
}
