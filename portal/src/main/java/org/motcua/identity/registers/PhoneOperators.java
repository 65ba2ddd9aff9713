package org.motcua.identity.registers;

import java.util.Map;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.Phone;
import org.springframework.stereotype.Component;

/** The operators, who register each phone in somebody's name. */
@Component
public class PhoneOperators {

  private final RegisterCalls calls;

  PhoneOperators(RegisterCalls calls) {
    this.calls = calls;
  }

  /** False also for a phone that no operator knows. */
  public boolean ownedBy(CitizenId person, Phone phone, Purpose purpose) {
    return calls.ask(
        Register.PHONES,
        "owner",
        Map.of("phone", phone.international(), "citizenId", person.digits()),
        purpose,
        PhoneOperators::owned);
  }

  private static boolean owned(Answer answer) {
    var owner = answer.flag("owner");
    if (owner && !answer.flag("known")) throw answer.contradictory("owner");
    return owner;
  }
}
