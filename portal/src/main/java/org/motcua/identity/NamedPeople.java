package org.motcua.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.model.SameName;
import org.motcua.organisation.TaxCode;
import org.motcua.platform.secrets.Vault;
import org.springframework.stereotype.Component;

/**
 * Somebody whom another names by number and name, perhaps before he has an account. What is kept of
 * the number is a guard, a keyed hash, by which the one it belongs to is known again.
 *
 * <p>Who asks here never tells the one who typed the number whether there is an account.
 */
@Component
public class NamedPeople {

  private static final String GUARD = "identity.named";

  private final AccountNames names;
  private final Accounts accounts;
  private final Vault vault;

  NamedPeople(AccountNames names, Accounts accounts, Vault vault) {
    this.names = names;
    this.accounts = accounts;
    this.vault = vault;
  }

  /**
   * A citizen's number of 12 digits, or an enterprise's tax code, without what is typed between.
   */
  public static Optional<String> number(String typed) {
    return CitizenId.parse(typed)
        .filter(CitizenId::personal)
        .map(CitizenId::digits)
        .or(() -> TaxCode.parse(typed).map(TaxCode::digits));
  }

  /** Case, spaces and marks aside: many keyboards have no marks. */
  public static boolean sameName(String one, String other) {
    return SameName.is(one, other);
  }

  public byte[] guard(String number) {
    return vault.mac(GUARD, number);
  }

  /** The same by the key in use and by former ones, to find what was kept long ago. */
  public List<byte[]> guardsOf(String number) {
    return vault.macs(GUARD, number);
  }

  /** Of all numbers that this account bears or bore. */
  public List<byte[]> guardsOf(AccountId account) {
    var current = accounts.findPerson(account).map(Person::number).stream();
    return Stream.concat(names.listOf(account).stream(), current)
        .distinct()
        .flatMap(number -> guardsOf(number).stream())
        .toList();
  }

  /** Whether this account is meant: one of its numbers, and its name. */
  public boolean isNamed(AccountId account, byte[] guard, String name) {
    return accounts.findPerson(account).filter(it -> sameName(it.name(), name)).isPresent()
        && guardsOf(account).stream().anyMatch(own -> Arrays.equals(own, guard));
  }

  /** Who is meant, if there is an account already: to send word there, and nowhere else. */
  public Optional<AccountId> find(String number, String name) {
    return findByNumber(number)
        .flatMap(accounts::findPerson)
        .filter(person -> sameName(person.name(), name))
        .map(Person::id);
  }

  public Optional<AccountId> findByNumber(String number) {
    return names.find(NameKind.CITIZEN_ID, number).or(() -> names.find(NameKind.TAX_CODE, number));
  }
}
