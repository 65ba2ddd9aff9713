package org.motcua.identity.registers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motcua.identity.model.CitizenId;
import org.motcua.organisation.TaxCode;
import org.springframework.stereotype.Component;

/** The national register of enterprises, which is open to everybody. */
@Component
public class EnterpriseRegister {

  private final RegisterCalls calls;

  EnterpriseRegister(RegisterCalls calls) {
    this.calls = calls;
  }

  public enum State {
    ACTIVE,
    SUSPENDED,
    DISSOLVED
  }

  /** Who may bind the enterprise by his signature. */
  public record Representative(CitizenId citizenId, String name, Optional<String> position) {}

  public record Enterprise(
      TaxCode taxCode,
      String name,
      State state,
      List<Representative> representatives,
      Optional<String> address) {

    /**
     * @param numbers all by which one person is known: the register may hold a former one
     */
    public boolean isRepresentedBy(Collection<CitizenId> numbers) {
      return representatives.stream().anyMatch(each -> numbers.contains(each.citizenId()));
    }
  }

  /** Empty when it knows no such tax code. */
  public Optional<Enterprise> find(TaxCode taxCode, Purpose purpose) {
    return calls.ask(
        Register.ENTERPRISES,
        "enterprise",
        Map.of("taxCode", taxCode.digits()),
        purpose,
        answer -> enterprise(taxCode, answer));
  }

  private static Optional<Enterprise> enterprise(TaxCode taxCode, Answer answer) {
    if (!answer.flag("found")) {
      answer.saysNothingOf("name", "state", "representatives");
      return Optional.empty();
    }
    return Optional.of(
        new Enterprise(
            taxCode,
            answer.text("name"),
            state(answer),
            answer.list("representatives").stream()
                .map(EnterpriseRegister::representative)
                .toList(),
            answer.optionalText("address")));
  }

  private static State state(Answer answer) {
    var said = answer.text("state");
    for (var state : State.values()) if (state.name().equals(said)) return state;
    throw answer.contradictory("state");
  }

  private static Representative representative(Answer answer) {
    return new Representative(
        answer.citizenId("citizenId"), answer.text("name"), answer.optionalText("position"));
  }
}
