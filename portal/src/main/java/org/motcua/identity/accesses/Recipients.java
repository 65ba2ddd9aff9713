package org.motcua.identity.accesses;

import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.Person;
import org.motcua.identity.Programs;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The names of those who have got or seen something: agencies, their programs, and people. */
@Component
class Recipients {

  private static final String AGENCY = "agency:";
  private static final String CLIENT = "client:";
  private static final String ACCOUNT = "account:";

  private final Organisation organisation;
  private final Accounts accounts;
  private final ObjectProvider<Programs> programs;

  Recipients(Organisation organisation, Accounts accounts, ObjectProvider<Programs> programs) {
    this.organisation = organisation;
    this.accounts = accounts;
    this.programs = programs;
  }

  /** An agency that the portal no longer knows is named by its code. */
  String agency(String code) {
    return AgencyId.parse(code).flatMap(organisation::nameWithPlace).orElse(code);
  }

  /** As {@link org.motcua.identity.Consents.Given} writes them. */
  String recipient(String recipient) {
    if (recipient.startsWith(AGENCY)) return agency(recipient.substring(AGENCY.length()));
    if (recipient.startsWith(CLIENT)) return client(recipient.substring(CLIENT.length()));
    return recipient.startsWith(ACCOUNT)
        ? person(recipient.substring(ACCOUNT.length()))
        : recipient;
  }

  /** Of somebody who has closed his account no name is left. */
  private String person(String account) {
    return accounts
        .findPerson(new AccountId(UUID.fromString(account)))
        .map(Person::name)
        .orElse("–");
  }

  private String client(String id) {
    return programs.stream().flatMap(it -> it.nameOf(id).stream()).findFirst().orElse(id);
  }
}
