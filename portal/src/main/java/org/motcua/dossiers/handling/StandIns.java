package org.motcua.dossiers.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.motcua.dossiers.model.Absence;
import org.motcua.dossiers.model.AbsenceStore;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.Person;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Component;

/** Who stands in for whom today; it begins and ends by itself. */
@Component
class StandIns {

  private final AbsenceStore absences;
  private final Accounts accounts;
  private final Clock clock;

  StandIns(AbsenceStore absences, Accounts accounts, Clock clock) {
    this.absences = absences;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** For whom this officer stands in, with their names. */
  Map<OfficerId, String> of(OfficerId substitute, AgencyId agency) {
    var away = new LinkedHashMap<OfficerId, String>();
    for (var officer : absences.absentFor(substitute, agency, today())) {
      var person = accounts.findPerson(new AccountId(officer.value()));
      away.put(officer, person.map(Person::name).orElse(""));
    }
    return away;
  }

  /** Who is away from this agency today. */
  Map<OfficerId, Absence> awayFrom(AgencyId agency) {
    var away = new LinkedHashMap<OfficerId, Absence>();
    var today = today();
    for (var absence : absences.listAt(agency, today)) {
      if (absence.isOn(today)) away.put(absence.officer(), absence);
    }
    return away;
  }

  Optional<Absence> absenceOf(OfficerId officer, AgencyId agency) {
    return Optional.ofNullable(awayFrom(agency).get(officer));
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CountryTime.ZONE);
  }
}
