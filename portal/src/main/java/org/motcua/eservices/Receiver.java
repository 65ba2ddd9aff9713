package org.motcua.eservices;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.Expression;
import org.motcua.forms.Situation;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.DepartmentKind;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitLevel;

/** Which agency a dossier goes to. */
public sealed interface Receiver {

  /** Empty as long as the answers do not tell, or where this country has no such agency. */
  Optional<Agency> find(Situation situation, Organisation organisation);

  /** The agencies that the service itself names. */
  default Set<AgencyId> named() {
    return Set.of();
  }

  /**
   * The people's committee of a unit. Where there are no districts, their work is the commune's.
   *
   * @param place an address question, or a value that is the code of a unit
   */
  record CommitteeOf(UnitLevel level, String place) implements Receiver {

    @Override
    public Optional<Agency> find(Situation situation, Organisation organisation) {
      return AnsweredUnit.at(level, place, situation, organisation)
          .flatMap(unit -> organisation.committeeOf(unit.code()));
    }
  }

  /** One department of the province in which a place lies. */
  record Department(DepartmentKind kind, String place) implements Receiver {

    @Override
    public Optional<Agency> find(Situation situation, Organisation organisation) {
      return AnsweredUnit.at(UnitLevel.PROVINCE, place, situation, organisation)
          .flatMap(province -> organisation.department(kind, province.code()));
    }
  }

  /** Always the same one. */
  record Named(AgencyId agency) implements Receiver {

    @Override
    public Optional<Agency> find(Situation situation, Organisation organisation) {
      return organisation.findAgency(agency);
    }

    @Override
    public Set<AgencyId> named() {
      return Set.of(agency);
    }
  }

  /** The one that the applicant chooses: the choices of a question are codes of agencies. */
  record ChosenBy(String question, Set<AgencyId> named) implements Receiver {

    public ChosenBy {
      named = Set.copyOf(named);
    }

    @Override
    public Optional<Agency> find(Situation situation, Organisation organisation) {
      return situation
          .value(question)
          .map(String::valueOf)
          .flatMap(AgencyId::parse)
          .filter(named::contains)
          .flatMap(organisation::findAgency);
    }
  }

  /** That of the first case which this is; the last one is for all that remain. */
  record ByCase(List<Case> cases) implements Receiver {

    public ByCase {
      cases = List.copyOf(cases);
    }

    @Override
    public Optional<Agency> find(Situation situation, Organisation organisation) {
      return cases.stream()
          .filter(each -> each.when() == null || each.when().holdsIn(situation))
          .findFirst()
          .flatMap(each -> each.receiver().find(situation, organisation));
    }

    @Override
    public Set<AgencyId> named() {
      return cases.stream()
          .flatMap(each -> each.receiver().named().stream())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  record Case(@Nullable Expression when, Receiver receiver) {}
}
