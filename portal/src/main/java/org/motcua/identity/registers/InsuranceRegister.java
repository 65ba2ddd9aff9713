package org.motcua.identity.registers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.SocialInsuranceNumber;
import org.springframework.stereotype.Component;

/** The register of the insured: leads from their number to that of the identity card. */
@Component
public class InsuranceRegister {

  private final RegisterCalls calls;

  InsuranceRegister(RegisterCalls calls) {
    this.calls = calls;
  }

  /**
   * @param citizenId empty where the insurer never learned it
   */
  public record Found(
      boolean nameMatches, boolean dateOfBirthMatches, Optional<CitizenId> citizenId) {}

  /** Empty when it knows no such number. */
  public Optional<Found> compare(
      SocialInsuranceNumber number, String name, LocalDate dateOfBirth, Purpose purpose) {
    return calls.ask(
        Register.INSURANCE,
        "person",
        Map.of("number", number.digits(), "name", name, "dateOfBirth", dateOfBirth.toString()),
        purpose,
        InsuranceRegister::found);
  }

  private static Optional<Found> found(Answer answer) {
    if (!answer.flag("found")) {
      answer.saysNothingOf("nameMatches", "dateOfBirthMatches", "citizenId");
      return Optional.empty();
    }
    return Optional.of(
        new Found(
            answer.flag("nameMatches"),
            answer.flag("dateOfBirthMatches"),
            answer.optionalCitizenId("citizenId")));
  }
}
