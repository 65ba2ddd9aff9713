package org.motcua.connect.signons;

import java.util.Optional;
import org.motcua.connect.model.Client;
import org.motcua.connect.sandbox.SandboxPeople;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.Person;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;
import org.springframework.stereotype.Component;

/** Whom a client may learn something of: real people, or made-up ones while it is being built. */
@Component
public class ClientPeople {

  private final Accounts accounts;
  private final Organisation organisation;

  ClientPeople(Accounts accounts, Organisation organisation) {
    this.accounts = accounts;
    this.organisation = organisation;
  }

  public Optional<Person> find(AccountId id, Client client) {
    return client.sandbox() ? SandboxPeople.find(id) : accounts.findPerson(id);
  }

  /** Where he lives, in one line. */
  public Optional<String> homeOf(Person person) {
    return Optional.ofNullable(person.address())
        .map(home -> home.street() + ", " + organisation.pathName(new UnitCode(home.commune())));
  }
}
