package org.motcua.dossiers.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Absence;
import org.motcua.dossiers.model.AbsenceStore;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer says when he is away and who stands in for him; a head or leader may say it for
 * anybody of the agency.
 */
@Service
class ReportAbsence {

  /** Who has anything to do with dossiers. */
  static final Set<Role> AT_WORK =
      Collections.unmodifiableSet(
          EnumSet.of(Role.RECEPTION, Role.SPECIALIST, Role.HEAD, Role.LEADER, Role.RESULT_DESK));

  private static final Set<Role> FOR_OTHERS = Set.of(Role.HEAD, Role.LEADER);
  private static final int LONGEST_IN_DAYS = 366;

  /** Every answer to a report; the words are {@code dossiers.absence.error.<name>}. */
  enum Outcome {
    SAVED,
    NOBODY,
    DAYS,
    NOT_YOURS,
    ROLE,
    OVERLAP,
    BOTH_AWAY
  }

  /** As it was filled in. */
  record Report(
      @Nullable UUID officer,
      @Nullable UUID substitute,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}

  private final AbsenceStore absences;
  private final StandIns standIns;
  private final Posts posts;
  private final AuditTrail audit;
  private final Clock clock;

  ReportAbsence(
      AbsenceStore absences, StandIns standIns, Posts posts, AuditTrail audit, Clock clock) {
    this.absences = absences;
    this.standIns = standIns;
    this.posts = posts;
    this.audit = audit;
    this.clock = clock;
  }

  static boolean forOthers(DeskOfficer by) {
    return by.hasOneOf(FOR_OTHERS);
  }

  /** Saying the same twice is saying it once. */
  @Transactional
  Outcome report(Report said, DeskOfficer by) {
    if (said.from() == null || said.until() == null) return Outcome.DAYS;
    if (said.officer() == null || said.substitute() == null) return Outcome.NOBODY;
    var absence =
        new Absence(
            NewId.next(),
            by.agency(),
            new OfficerId(said.officer()),
            new OfficerId(said.substitute()),
            said.from(),
            said.until());
    if (absence.officer().equals(absence.substitute())) return Outcome.NOBODY;
    if (!goodDays(absence)) return Outcome.DAYS;
    if (!mayReport(by, absence.officer())) return Outcome.NOT_YOURS;
    var roles = rolesAt(by.agency(), absence.officer());
    if (roles.isEmpty()) return Outcome.NOBODY;
    if (Collections.disjoint(roles, rolesAt(by.agency(), absence.substitute()))) {
      return Outcome.ROLE;
    }
    absences.lock(by.agency());
    var standing = absences.listAt(by.agency(), standIns.today());
    if (standing.stream().anyMatch(other -> isSame(other, absence))) return Outcome.SAVED;
    for (var other : standing) {
      if (!meet(other, absence)) continue;
      if (other.officer().equals(absence.officer())) return Outcome.OVERLAP;
      if (other.officer().equals(absence.substitute())
          || other.substitute().equals(absence.officer())) {
        return Outcome.BOTH_AWAY;
      }
    }
    absences.add(absence, Objects.requireNonNull(by.account()), clock.instant());
    record(by, "dossiers.absence_reported", absence);
    return Outcome.SAVED;
  }

  /** Back sooner; ending it twice is ending it once. */
  @Transactional
  Outcome end(UUID id, DeskOfficer by) {
    var absence = absences.find(id).filter(each -> each.agency().equals(by.agency()));
    if (absence.isEmpty()) return Outcome.NOBODY;
    if (!mayReport(by, absence.get().officer())) return Outcome.NOT_YOURS;
    if (absences.end(id, clock.instant())) record(by, "dossiers.absence_ended", absence.get());
    return Outcome.SAVED;
  }

  static boolean mayReport(DeskOfficer by, OfficerId officer) {
    return officer.equals(by.id()) || forOthers(by);
  }

  /** All who have to do with dossiers at this agency. */
  List<OfficerId> officersAt(AgencyId agency) {
    return posts.officersAt(agency).stream()
        .filter(post -> AT_WORK.contains(post.role()))
        .map(Post::officer)
        .distinct()
        .toList();
  }

  private Set<Role> rolesAt(AgencyId agency, OfficerId officer) {
    var roles = EnumSet.noneOf(Role.class);
    posts.postsOf(officer).stream()
        .filter(post -> post.agency().equals(agency) && AT_WORK.contains(post.role()))
        .map(Post::role)
        .forEach(roles::add);
    return roles;
  }

  private boolean goodDays(Absence absence) {
    return !absence.lastDay().isBefore(absence.firstDay())
        && !absence.lastDay().isBefore(standIns.today())
        && absence.lastDay().isBefore(absence.firstDay().plusDays(LONGEST_IN_DAYS));
  }

  private static boolean meet(Absence one, Absence other) {
    return !one.lastDay().isBefore(other.firstDay()) && !other.lastDay().isBefore(one.firstDay());
  }

  private static boolean isSame(Absence one, Absence other) {
    return one.officer().equals(other.officer())
        && one.substitute().equals(other.substitute())
        && one.firstDay().equals(other.firstDay())
        && one.lastDay().equals(other.lastDay());
  }

  private void record(DeskOfficer by, String action, Absence absence) {
    audit.record(
        by.auditName(),
        action,
        "officer",
        absence.officer().toString(),
        Map.of(
            "agency", absence.agency().value(),
            "substitute", absence.substitute().toString(),
            "from", absence.firstDay().toString(),
            "until", absence.lastDay().toString()));
  }
}
