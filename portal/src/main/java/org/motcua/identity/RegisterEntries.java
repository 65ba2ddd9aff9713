package org.motcua.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.registers.EnterpriseRegister;
import org.motcua.identity.registers.PopulationRegister;
import org.motcua.identity.registers.Purpose;
import org.motcua.identity.registers.RegisterOutOfOrder;
import org.motcua.organisation.TaxCode;
import org.springframework.stereotype.Component;

/**
 * What the base registers say of an account's holder, to spare him the typing. Nothing of it is
 * kept; where a register knows nothing or does not answer, nothing is said. A call over the
 * network: never inside of a transaction.
 */
@Component
public class RegisterEntries {

  private final Accounts accounts;
  private final PopulationRegister population;
  private final EnterpriseRegister enterprises;

  RegisterEntries(
      Accounts accounts, PopulationRegister population, EnterpriseRegister enterprises) {
    this.accounts = accounts;
    this.population = population;
    this.enterprises = enterprises;
  }

  /** A minor of whom the holder is a parent. */
  public record Child(String number, String name, LocalDate dateOfBirth) {}

  /**
   * @param representatives who may bind it by their signatures, by name
   */
  public record Enterprise(
      String taxCode, String name, Optional<String> address, List<String> representatives) {}

  /** For a verified person's own eyes. */
  public List<Child> childrenOf(AccountId parent) {
    try {
      return accounts
          .findPerson(parent)
          .map(Person::citizenId)
          .flatMap(CitizenId::parse)
          .filter(CitizenId::personal)
          .map(number -> population.childrenOf(number, Purpose.FORM))
          .orElseGet(List::of)
          .stream()
          .map(child -> new Child(child.number().digits(), child.name(), child.dateOfBirth()))
          .toList();
    } catch (RegisterOutOfOrder nothingIsOffered) {
      return List.of();
    }
  }

  public Optional<Enterprise> enterpriseOf(AccountId account) {
    try {
      return accounts
          .findPerson(account)
          .map(Person::taxCode)
          .flatMap(TaxCode::parse)
          .flatMap(taxCode -> enterprises.find(taxCode, Purpose.FORM))
          .map(
              entry ->
                  new Enterprise(
                      entry.taxCode().digits(),
                      entry.name(),
                      entry.address(),
                      entry.representatives().stream()
                          .map(EnterpriseRegister.Representative::name)
                          .toList()));
    } catch (RegisterOutOfOrder nothingIsOffered) {
      return Optional.empty();
    }
  }
}
