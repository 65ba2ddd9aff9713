package org.motcua.identity.verifying;

import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.identity.Person;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.Phone;
import org.motcua.identity.model.SocialInsuranceNumber;
import org.motcua.identity.registers.InsuranceRegister;
import org.motcua.identity.registers.PhoneOperators;
import org.motcua.identity.registers.PopulationRegister;
import org.motcua.identity.registers.Purpose;
import org.springframework.stereotype.Component;

/**
 * Asks one register after the other. That the data are right says little, since others may know
 * them; that the phone which answers for the account is in this person's name makes it his.
 */
@Component
class CompareWithRegisters {

  private final PopulationRegister population;
  private final InsuranceRegister insurance;
  private final PhoneOperators operators;

  CompareWithRegisters(
      PopulationRegister population, InsuranceRegister insurance, PhoneOperators operators) {
    this.population = population;
    this.insurance = insurance;
    this.operators = operators;
  }

  /**
   * @throws org.motcua.identity.registers.RegisterOutOfOrder when it cannot be said now
   */
  Comparison compare(Person person) {
    var born = person.dateOfBirth();
    if (born == null) return Comparison.not(Outcome.NOT_ENOUGH_KNOWN);
    var citizenId = Optional.ofNullable(person.citizenId()).flatMap(CitizenId::parse);
    if (citizenId.isPresent()) return withPopulation(citizenId.get(), person, born);
    return Optional.ofNullable(person.socialInsuranceNumber())
        .flatMap(SocialInsuranceNumber::parse)
        .map(number -> withInsurance(number, person, born))
        .orElseGet(() -> Comparison.not(Outcome.NOT_ENOUGH_KNOWN));
  }

  private Comparison withInsurance(SocialInsuranceNumber number, Person person, LocalDate born) {
    var found = insurance.compare(number, person.name(), born, Purpose.VERIFICATION);
    if (found.isEmpty()) return Comparison.not(Outcome.UNKNOWN_INSURANCE_NUMBER);
    var insured = found.get();
    var difference = difference(insured.nameMatches(), insured.dateOfBirthMatches());
    if (difference.isPresent()) return Comparison.not(difference.get());
    return insured
        .citizenId()
        .map(citizenId -> withPopulation(citizenId, person, born))
        .orElseGet(() -> Comparison.not(Outcome.INSURANCE_WITHOUT_CITIZEN_ID));
  }

  private Comparison withPopulation(CitizenId asked, Person person, LocalDate born) {
    var answer = population.compare(asked, person.name(), born, Purpose.VERIFICATION);
    if (answer.isEmpty()) return Comparison.not(Outcome.UNKNOWN_NUMBER);
    var found = answer.get();
    var difference = difference(found.nameMatches(), found.dateOfBirthMatches());
    if (difference.isPresent()) return Comparison.not(difference.get());
    if (!found.alive()) return Comparison.not(Outcome.SAID_DEAD);
    var phone = new Phone(person.phone());
    if (!operators.ownedBy(found.number(), phone, Purpose.VERIFICATION)) {
      return Comparison.not(Outcome.PHONE_OF_ANOTHER);
    }
    var numbers = Stream.concat(Stream.of(found.number()), found.formerNumber().stream());
    return new Comparison(Outcome.VERIFIED, numbers.collect(toList()));
  }

  private static Optional<Outcome> difference(boolean nameMatches, boolean dateMatches) {
    if (nameMatches && dateMatches) return Optional.empty();
    if (dateMatches) return Optional.of(Outcome.NAME_DIFFERS);
    return Optional.of(nameMatches ? Outcome.DATE_DIFFERS : Outcome.NAME_AND_DATE_DIFFER);
  }
}
