package org.motcua.simulators.outside.registers;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.BadInput;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.motcua.simulators.outside.phones.PhoneNumber;
import org.motcua.simulators.outside.registers.Enquiry.Answer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The phone operators say whether a number is kept in somebody's name, not in whose. */
@RestController
class OperatorsController {

  private static final int LONGEST_PHONE = 20;
  private static final int LONGEST_NUMBER = 12;

  private final Registers registers;
  private final Enquiries enquiries;
  private final Faults faults;

  OperatorsController(Registers registers, Enquiries enquiries, Faults faults) {
    this.registers = registers;
    this.enquiries = enquiries;
    this.faults = faults;
  }

  @PostMapping("/registers/phones/owner")
  @Suffers(Service.PHONES)
  Confirmed owner(@RequestBody Claim claim, HttpServletRequest request) {
    var asking = Asking.of(request);
    var phone = PhoneNumber.parse(BadInput.unlessGiven("phone", claim.phone(), LONGEST_PHONE));
    var citizenId = BadInput.unlessGiven("citizenId", claim.citizenId(), LONGEST_NUMBER);
    var confirmed =
        registers
            .findSubscription(phone)
            .map(subscription -> new Confirmed(true, isHeldBy(subscription, citizenId)))
            .orElse(new Confirmed(false, false));
    enquiries.note(asking, Service.PHONES, phone.digits(), confirmed.answer());
    return confirmed;
  }

  /** Operators and askers may each know the person by the old number or the new one. */
  private boolean isHeldBy(Subscription subscription, String citizenId) {
    if (faults.of(Service.PHONES) == Fault.WRONG) return false;
    return subscription.citizenId().equals(citizenId)
        || registers
            .findCitizen(citizenId)
            .filter(citizen -> citizen.isKnownBy(subscription.citizenId()))
            .isPresent();
  }

  record Claim(@Nullable String phone, @Nullable String citizenId) {}

  record Confirmed(boolean known, boolean owner) {
    Answer answer() {
      if (!known) return Answer.NOT_FOUND;
      return owner ? Answer.MATCHES : Answer.DIFFERS;
    }
  }
}
