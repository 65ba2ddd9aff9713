package org.motcua.catalogue.questioning;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.AgencyKind;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;
import org.springframework.stereotype.Component;

/** On whose desk a new question comes. A wrong guess costs little: officers forward it. */
@Component
class CompetentAgency {

  /** Answers for the portal itself. */
  private static final AgencyId GOVERNMENT_OFFICE = new AgencyId("000.00.00.G22");

  private static final Set<Level> IN_PROVINCES =
      EnumSet.of(Level.PROVINCE, Level.DISTRICT, Level.COMMUNE);

  /** Results are numbered by the ministry that prescribes them: {@code KQ.G15.000031}. */
  private static final Pattern RESULT_CODE = Pattern.compile("KQ\\.([A-Z]\\d{2})\\..*");

  private final Organisation organisation;
  private final Questions questions;

  CompetentAgency(Organisation organisation, Questions questions) {
    this.organisation = organisation;
    this.questions = questions;
  }

  AgencyId forQuestion(@Nullable Procedure procedure, @Nullable UnitCode province) {
    if (procedure == null) return committee(province).orElse(GOVERNMENT_OFFICE);
    return procedure
        .code()
        .keeper()
        .filter(keeper -> organisation.findAgency(keeper).isPresent())
        .or(() -> carriedOutInProvinces(procedure) ? committee(province) : Optional.empty())
        .or(() -> publisher(procedure))
        .or(() -> prescriber(procedure))
        .or(() -> whoAnsweredBefore(procedure))
        .orElse(GOVERNMENT_OFFICE);
  }

  private static boolean carriedOutInProvinces(Procedure procedure) {
    return procedure.levels().stream().anyMatch(IN_PROVINCES::contains);
  }

  private Optional<AgencyId> committee(@Nullable UnitCode province) {
    return province == null ? Optional.empty() : organisation.committeeOf(province).map(Agency::id);
  }

  /** The ministry whose decision published the procedure; texts give its name. */
  private Optional<AgencyId> publisher(Procedure procedure) {
    var decision = procedure.decision();
    if (decision == null || decision.agency() == null) return Optional.empty();
    var name = decision.agency().strip();
    return organisation.searchAgencies(name, 20).stream()
        .filter(agency -> agency.kind() == AgencyKind.CENTRAL)
        .filter(agency -> agency.name().equalsIgnoreCase(name))
        .map(Agency::id)
        .findFirst();
  }

  private Optional<AgencyId> prescriber(Procedure procedure) {
    return procedure.results().stream()
        .flatMap(result -> Optional.ofNullable(result.code()).stream())
        .map(RESULT_CODE::matcher)
        .filter(code -> code.matches())
        .flatMap(code -> AgencyId.parse(code.group(1)).stream())
        .filter(id -> organisation.findAgency(id).isPresent())
        .findFirst();
  }

  private Optional<AgencyId> whoAnsweredBefore(Procedure procedure) {
    return questions.best(procedure.code(), null, 1).stream()
        .map(question -> question.agency())
        .findFirst();
  }
}
