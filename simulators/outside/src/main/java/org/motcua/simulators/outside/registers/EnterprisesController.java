package org.motcua.simulators.outside.registers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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

/** Tells what the enterprise register has to tell everybody: it is public. */
@RestController
class EnterprisesController {

  private static final int LONGEST_TAX_CODE = 14;

  private final Registers registers;
  private final Enquiries enquiries;
  private final Faults faults;

  EnterprisesController(Registers registers, Enquiries enquiries, Faults faults) {
    this.registers = registers;
    this.enquiries = enquiries;
    this.faults = faults;
  }

  @PostMapping("/registers/enterprises/enterprise")
  @Suffers(Service.ENTERPRISES)
  Told enterprise(@RequestBody Question question, HttpServletRequest request) {
    var asking = Asking.of(request);
    var taxCode = BadInput.unlessGiven("taxCode", question.taxCode(), LONGEST_TAX_CODE);
    var told = registers.findEnterprise(taxCode).map(this::tell).orElse(Told.UNKNOWN);
    enquiries.note(
        asking, Service.ENTERPRISES, taxCode, told.found() ? Answer.TOLD : Answer.NOT_FOUND);
    return told;
  }

  /** Out of order, the register gives a company no head and calls it dissolved. */
  private Told tell(Enterprise enterprise) {
    return faults.of(Service.ENTERPRISES) == Fault.WRONG
        ? new Told(
            true, enterprise.name(), Enterprise.State.DISSOLVED, List.of(), enterprise.address())
        : new Told(
            true,
            enterprise.name(),
            enterprise.state(),
            enterprise.representatives(),
            enterprise.address());
  }

  record Question(@Nullable String taxCode) {}

  record Told(
      boolean found,
      @Nullable String name,
      Enterprise.@Nullable State state,
      List<Enterprise.Representative> representatives,
      @Nullable String address) {

    static final Told UNKNOWN = new Told(false, null, null, List.of(), null);
  }
}
