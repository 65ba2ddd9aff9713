package org.motcua.simulators.outside.registers;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.BadInput;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.motcua.simulators.outside.registers.Enquiry.Answer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Compares with the social-insurance register, and says which citizen a number belongs to. */
@RestController
class InsuranceController {

  private static final int LONGEST_NUMBER = 10;
  private static final int LONGEST_NAME = 200;

  private final Registers registers;
  private final Enquiries enquiries;
  private final Faults faults;

  InsuranceController(Registers registers, Enquiries enquiries, Faults faults) {
    this.registers = registers;
    this.enquiries = enquiries;
    this.faults = faults;
  }

  @PostMapping("/registers/insurance/person")
  @Suffers(Service.INSURANCE)
  Compared compare(@RequestBody Claim claim, HttpServletRequest request) {
    var asking = Asking.of(request);
    var number = BadInput.unlessGiven("number", claim.number(), LONGEST_NUMBER);
    var name = BadInput.unlessGiven("name", claim.name(), LONGEST_NAME);
    var born = BadInput.unlessDate("dateOfBirth", claim.dateOfBirth());
    var honest = faults.of(Service.INSURANCE) != Fault.WRONG;
    var compared =
        registers
            .findInsured(number)
            .map(
                one ->
                    new Compared(
                        true,
                        honest && SameName.of(one.name(), name),
                        honest && one.dateOfBirth().equals(born),
                        one.citizenId()))
            .orElse(Compared.UNKNOWN);
    enquiries.note(asking, Service.INSURANCE, number, compared.answer());
    return compared;
  }

  record Claim(@Nullable String number, @Nullable String name, @Nullable String dateOfBirth) {}

  record Compared(
      boolean found, boolean nameMatches, boolean dateOfBirthMatches, @Nullable String citizenId) {

    static final Compared UNKNOWN = new Compared(false, false, false, null);

    Answer answer() {
      if (!found) return Answer.NOT_FOUND;
      return nameMatches && dateOfBirthMatches ? Answer.MATCHES : Answer.DIFFERS;
    }
  }
}
