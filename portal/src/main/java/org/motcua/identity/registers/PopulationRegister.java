package org.motcua.identity.registers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motcua.identity.Gender;
import org.motcua.identity.model.CitizenId;
import org.springframework.stereotype.Component;

/** The national population database. */
@Component
public class PopulationRegister {

  private final RegisterCalls calls;

  PopulationRegister(RegisterCalls calls) {
    this.calls = calls;
  }

  /**
   * What it finds under a number.
   *
   * @param number the personal number of 12 digits, also where a former one was asked for
   * @param formerNumber of 9 digits, of a card before
   */
  public record Found(
      boolean nameMatches,
      boolean dateOfBirthMatches,
      CitizenId number,
      Optional<CitizenId> formerNumber,
      boolean alive) {}

  /** A minor of whom the one asked about is a parent. */
  public record Child(
      CitizenId number, String name, LocalDate dateOfBirth, Optional<Gender> gender) {}

  /** Empty when it knows no such number. */
  public Optional<Found> compare(
      CitizenId number, String name, LocalDate dateOfBirth, Purpose purpose) {
    return calls.ask(
        Register.POPULATION,
        "person",
        Map.of("number", number.digits(), "name", name, "dateOfBirth", dateOfBirth.toString()),
        purpose,
        answer -> found(number, answer));
  }

  /** Empty where there are none, or none that is still a minor. */
  public List<Child> childrenOf(CitizenId parent, Purpose purpose) {
    return calls.ask(
        Register.POPULATION,
        "children",
        Map.of("parent", parent.digits()),
        purpose,
        answer -> answer.list("children").stream().map(PopulationRegister::child).toList());
  }

  private static Optional<Found> found(CitizenId asked, Answer answer) {
    if (!answer.flag("found")) {
      answer.saysNothingOf("nameMatches", "dateOfBirthMatches", "number", "formerNumber");
      return Optional.empty();
    }
    var number = answer.citizenId("number");
    var former = answer.optionalCitizenId("formerNumber");
    if (!number.personal()) throw answer.contradictory("number");
    if (former.filter(CitizenId::personal).isPresent()) throw answer.contradictory("formerNumber");
    // It must speak of whom it was asked, and of nobody else.
    if (!number.equals(asked) && !former.equals(Optional.of(asked))) {
      throw answer.contradictory("number");
    }
    return Optional.of(
        new Found(
            answer.flag("nameMatches"),
            answer.flag("dateOfBirthMatches"),
            number,
            former,
            answer.flag("alive")));
  }

  private static Child child(Answer answer) {
    return new Child(
        answer.citizenId("number"),
        answer.text("name"),
        date(answer, "dateOfBirth"),
        answer.optionalText("gender").map(gender -> gender(answer, gender)));
  }

  private static LocalDate date(Answer answer, String field) {
    try {
      return LocalDate.parse(answer.text(field));
    } catch (DateTimeException noDate) {
      throw answer.contradictory(field);
    }
  }

  private static Gender gender(Answer answer, String name) {
    for (var gender : Gender.values()) if (gender.name().equals(name)) return gender;
    throw answer.contradictory("gender");
  }
}
