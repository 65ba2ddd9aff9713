package org.motcua.simulators.outside.registers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.BadInput;
import org.motcua.simulators.outside.Page;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.motcua.simulators.outside.registers.Enquiry.Answer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Compares what somebody says of himself with the population register; names it never tells. */
@RestController
class PopulationController {

  private static final int LONGEST_NUMBER = 12;
  private static final int LONGEST_NAME = 200;

  private final Registers registers;
  private final Enquiries enquiries;
  private final Faults faults;
  private final Clock clock;

  PopulationController(Registers registers, Enquiries enquiries, Faults faults, Clock clock) {
    this.registers = registers;
    this.enquiries = enquiries;
    this.faults = faults;
    this.clock = clock;
  }

  @PostMapping("/registers/population/person")
  @Suffers(Service.POPULATION)
  Compared compare(@RequestBody Claim claim, HttpServletRequest request) {
    var asking = Asking.of(request);
    var number = BadInput.unlessGiven("number", claim.number(), LONGEST_NUMBER);
    var name = BadInput.unlessGiven("name", claim.name(), LONGEST_NAME);
    var born = BadInput.unlessDate("dateOfBirth", claim.dateOfBirth());
    var citizen = registers.findCitizen(number);
    if (citizen.isEmpty()) {
      enquiries.note(asking, Service.POPULATION, number, Answer.NOT_FOUND);
      return Compared.UNKNOWN;
    }
    var compared = compare(citizen.get(), name, born);
    enquiries.note(asking, Service.POPULATION, number, compared.answer());
    return compared;
  }

  private Compared compare(Citizen citizen, String name, LocalDate born) {
    var honest = faults.of(Service.POPULATION) != Fault.WRONG;
    return new Compared(
        true,
        honest && SameName.of(citizen.name(), name),
        honest && citizen.dateOfBirth().equals(born),
        citizen.number(),
        citizen.formerNumber(),
        citizen.alive());
  }

  @PostMapping("/registers/population/children")
  @Suffers(Service.POPULATION)
  Children children(@RequestBody Parent asked, HttpServletRequest request) {
    var asking = Asking.of(request);
    var number = BadInput.unlessGiven("parent", asked.parent(), LONGEST_NUMBER);
    var parent = registers.findCitizen(number);
    enquiries.note(
        asking, Service.POPULATION, number, parent.isPresent() ? Answer.TOLD : Answer.NOT_FOUND);
    return new Children(
        parent.map(this::minors).orElse(List.of()).stream().map(Child::of).toList());
  }

  /** Out of order, the register names people their own children. */
  private List<Citizen> minors(Citizen parent) {
    return faults.of(Service.POPULATION) == Fault.WRONG
        ? List.of(parent)
        : registers.minorsOf(parent, LocalDate.now(clock.withZone(Page.COUNTRY_TIME)));
  }

  record Claim(@Nullable String number, @Nullable String name, @Nullable String dateOfBirth) {}

  record Compared(
      boolean found,
      boolean nameMatches,
      boolean dateOfBirthMatches,
      @Nullable String number,
      @Nullable String formerNumber,
      boolean alive) {

    static final Compared UNKNOWN = new Compared(false, false, false, null, null, false);

    Answer answer() {
      return nameMatches && dateOfBirthMatches ? Answer.MATCHES : Answer.DIFFERS;
    }
  }

  record Parent(@Nullable String parent) {}

  record Children(List<Child> children) {}

  record Child(String number, String name, LocalDate dateOfBirth, Gender gender) {
    static Child of(Citizen citizen) {
      return new Child(citizen.number(), citizen.name(), citizen.dateOfBirth(), citizen.gender());
    }
  }
}
