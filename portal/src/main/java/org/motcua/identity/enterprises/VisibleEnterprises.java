package org.motcua.identity.enterprises;

import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandates;
import org.motcua.identity.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Which enterprises' pages somebody may open; to strangers an enterprise does not exist. */
@Component
class VisibleEnterprises {

  private final Mandates mandates;
  private final Accounts accounts;

  VisibleEnterprises(Mandates mandates, Accounts accounts) {
    this.mandates = mandates;
    this.accounts = accounts;
  }

  /** By its members, and by itself. */
  Person get(UUID id, CurrentUser user) {
    var enterprise = new AccountId(id);
    var member =
        mandates.listMemberships(user.id()).stream()
            .anyMatch(mandate -> mandate.represented().equals(enterprise));
    return accounts
        .findPerson(enterprise)
        .filter(person -> person.kind() == AccountKind.ENTERPRISE)
        .filter(person -> member || person.id().equals(user.id()))
        .orElseThrow(VisibleEnterprises::notFound);
  }

  /** By who says who its members are. */
  Person getManaged(UUID id, CurrentUser user) {
    var enterprise = get(id, user);
    if (!mandates.manages(user.id(), enterprise.id())) throw notFound();
    return enterprise;
  }

  static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
