package org.motcua.connect.providing;

import java.util.HashSet;
import java.util.Set;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.AgreementStore;
import org.motcua.connect.model.PersonalData;
import org.motcua.identity.AccountId;
import org.springframework.stereotype.Component;

/**
 * Lets a client file applications for a person who has agreed to that. Whoever has not, signs in
 * there all the same: the client learns from the token's scopes what it may do.
 */
@Component
class FilingScope {

  static final String FILE = "dossiers.file";
  static final String SERVICES = "services.read";

  private final AgreementStore agreements;

  FilingScope(AgreementStore agreements) {
    this.agreements = agreements;
  }

  /** What of these the person lets the client do. */
  Set<String> granted(Set<String> asked, AccountId account, ClientId client) {
    if (!asked.contains(FILE) || hasAgreed(account, client)) return asked;
    var granted = new HashSet<>(asked);
    granted.remove(FILE);
    return granted;
  }

  private boolean hasAgreed(AccountId account, ClientId client) {
    return agreements
        .find(account, client)
        .filter(agreement -> agreement.given().contains(PersonalData.FILING))
        .isPresent();
  }
}
