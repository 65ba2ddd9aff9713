package org.motcua.identity.enterprises;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.identity.enterprises.FoundingOutcome.Manages;
import org.motcua.identity.enterprises.FoundingOutcome.Since;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.model.NewAccount;
import org.motcua.organisation.TaxCode;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A representative gets to manage the enterprise's account, which is made where there is none: at
 * the beginning, and at any time again.
 */
@Service
class TakeManagement {

  private static final Set<Power> ALL = EnumSet.allOf(Power.class);

  private final Members members;
  private final Mandates mandates;
  private final AccountStore accountStore;
  private final AccountNames names;
  private final Accounts accounts;
  private final AuditTrail audit;

  TakeManagement(
      Members members,
      Mandates mandates,
      AccountStore accountStore,
      AccountNames names,
      Accounts accounts,
      AuditTrail audit) {
    this.members = members;
    this.mandates = mandates;
    this.accountStore = accountStore;
    this.names = names;
    this.accounts = accounts;
    this.audit = audit;
  }

  /**
   * @param shownBy by what the user is known to represent it, for the audit trail
   */
  @Transactional
  public FoundingOutcome by(CurrentUser user, TaxCode taxCode, String name, String shownBy) {
    var existing = accountOf(taxCode);
    if (existing.isEmpty()) {
      var account = newAccount(user, taxCode, name);
      if (accountStore.add(account)) return begin(user, new AccountId(account.id()), shownBy);
      // Somebody else, or one's own second click, was faster.
      existing = accountOf(taxCode);
    }
    var id = existing.orElseThrow();
    members.lock(id);
    if (managesAll(user, id)) return new Manages(id, Since.MANAGED);
    mandates.grant(NewMandate.member(id, user.id(), ALL), user);
    record(user, "identity.enterprise-management-taken", id, shownBy);
    return new Manages(id, Since.TAKEN);
  }

  private FoundingOutcome begin(CurrentUser user, AccountId enterprise, String shownBy) {
    record(user, "identity.enterprise-founded", enterprise, shownBy);
    mandates.grant(NewMandate.member(enterprise, user.id(), ALL), user);
    return new Manages(enterprise, Since.FOUNDED);
  }

  private Optional<AccountId> accountOf(TaxCode taxCode) {
    return names.find(NameKind.TAX_CODE, taxCode.digits());
  }

  private boolean managesAll(CurrentUser user, AccountId enterprise) {
    return mandates.listStanding(enterprise, user.id()).stream()
        .anyMatch(mandate -> mandate.powers().equals(ALL));
  }

  /** Without a password: its members sign in as themselves and act for it. */
  private NewAccount newAccount(CurrentUser user, TaxCode taxCode, String name) {
    return new NewAccount(
        NewId.next(),
        AccountKind.ENTERPRISE,
        name,
        null,
        null,
        taxCode.digits(),
        null,
        null,
        null,
        accounts.getPerson(user.id()).phone(),
        null,
        null,
        accounts.languageOf(user.id()),
        null);
  }

  private void record(CurrentUser user, String action, AccountId enterprise, String shownBy) {
    audit.record(
        user.actor(), action, "account", enterprise.toString(), Map.of("shownBy", shownBy));
  }
}
