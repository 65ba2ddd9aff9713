package org.motcua.dossiers.filling;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.PrefillSource;
import org.motcua.forms.Address;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.HomeAddress;
import org.motcua.identity.Person;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.springframework.stereotype.Component;

/** What the account knows of its owner. */
@Component
class AccountPrefill implements PrefillSource {

  private final Accounts accounts;
  private final Organisation organisation;

  AccountPrefill(Accounts accounts, Organisation organisation) {
    this.accounts = accounts;
    this.organisation = organisation;
  }

  @Override
  public Map<String, Object> factsOf(AccountId account) {
    return accounts.findPerson(account).map(this::facts).orElseGet(Map::of);
  }

  private Map<String, Object> facts(Person person) {
    var facts = new HashMap<String, Object>();
    put(facts, "account.name", person.name());
    put(facts, "account.citizenId", person.citizenId());
    put(facts, "account.taxCode", person.taxCode());
    put(facts, "account.dateOfBirth", person.dateOfBirth());
    put(facts, "account.phone", person.phone());
    put(facts, "account.email", person.email());
    if (person.address() != null) put(facts, "account.address", address(person.address()));
    return facts;
  }

  private @Nullable Address address(HomeAddress home) {
    return UnitCode.parse(home.commune())
        .flatMap(organisation::findUnit)
        .map(commune -> address(commune, home.street()))
        .orElse(null);
  }

  private Address address(Unit lowest, String street) {
    var province = "";
    var district = "";
    var commune = "";
    var unit = lowest;
    while (unit != null) {
      switch (unit.level()) {
        case PROVINCE -> province = unit.code().value();
        case DISTRICT -> district = unit.code().value();
        case COMMUNE -> commune = unit.code().value();
      }
      var parent = unit.parent();
      unit = parent == null ? null : organisation.findUnit(parent).orElse(null);
    }
    return new Address(province, district, commune, street);
  }

  private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
    if (value != null) facts.put(name, value);
  }
}
