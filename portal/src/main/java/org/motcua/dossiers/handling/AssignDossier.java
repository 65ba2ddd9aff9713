package org.motcua.dossiers.handling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.handling.Desk.Change;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.NoSuchOfficer;
import org.motcua.dossiers.handling.DossierView.Colleague;
import org.motcua.dossiers.model.Absence;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.Person;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A head or leader says who is to handle a dossier; it may lie with another already. */
@Service
class AssignDossier {

  /** Who handles dossiers between reception and decision. */
  private static final Set<Role> HANDLING = Set.of(Role.SPECIALIST, Role.HEAD);

  private final Desk desk;
  private final Posts posts;
  private final StandIns standIns;
  private final Accounts accounts;

  AssignDossier(Desk desk, Posts posts, StandIns standIns, Accounts accounts) {
    this.desk = desk;
    this.posts = posts;
    this.standIns = standIns;
    this.accounts = accounts;
  }

  /** Who may be given dossiers; of one who is away it is told who stands in. */
  List<Colleague> colleagues(AgencyId agency) {
    var officers =
        posts.officersAt(agency).stream()
            .filter(post -> HANDLING.contains(post.role()))
            .map(Post::officer)
            .distinct()
            .toList();
    var away = standIns.awayFrom(agency);
    return officers.stream()
        .map(officer -> colleague(officer, officers, away.get(officer)))
        .toList();
  }

  private Colleague colleague(
      OfficerId officer, List<OfficerId> officers, @Nullable Absence absence) {
    var substitute =
        absence != null && officers.contains(absence.substitute())
            ? new Colleague(absence.substitute(), nameOf(absence.substitute().value()), null)
            : null;
    return new Colleague(officer, nameOf(officer.value()), substitute);
  }

  /**
   * Whoever is away does not get it, but the one who stands in for him. Who has it already is not
   * given it again: the second of two clicks finds it done.
   */
  @Transactional
  DeskOutcome assign(DossierId id, DeskOfficer officer, UUID to) {
    var colleague =
        colleagues(officer.agency()).stream()
            .filter(each -> each.id().value().equals(to))
            .findFirst();
    if (colleague.isEmpty()) return new NoSuchOfficer();
    return desk.carryOut(
        Act.ASSIGN,
        id,
        officer,
        Change.of(
                Event.ASSIGNED,
                colleague.get().told(),
                (dossier, now) -> dossier.assign(colleague.get().whoDoesIt(), now))
            .unless(
                dossier ->
                    colleague.get().whoDoesIt().equals(dossier.work().handler())
                        ? Optional.of(new Done(dossier))
                        : Optional.empty()));
  }

  @Nullable String nameOf(@Nullable OfficerId officer) {
    return officer == null ? null : nameOf(officer.value());
  }

  private String nameOf(UUID officer) {
    return accounts.findPerson(new AccountId(officer)).map(Person::name).orElse("");
  }
}
