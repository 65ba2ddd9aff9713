package org.motcua.identity.enterprises;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.model.NewAccount;
import org.motcua.identity.model.TaxCode;
import org.motcua.identity.registers.EnterpriseRegister;
import org.motcua.identity.registers.EnterpriseRegister.Enterprise;
import org.motcua.identity.registers.Purpose;
import org.motcua.identity.registers.RegisterOutOfOrder;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A verified person whom the register names as representative gets to manage the enterprise's
 * account, which is made where there is none: at the beginning, and at any time again.
 */
@Service
class FoundEnterprise {

  private static final Limit PER_PERSON = new Limit(20, Duration.ofHours(1));
  private static final Set<Power> ALL = EnumSet.allOf(Power.class);

  private final EnterpriseRegister register;
  private final Members members;
  private final Mandates mandates;
  private final AccountStore accountStore;
  private final AccountNames names;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final RateLimits limits;
  private final TransactionTemplate transaction;

  FoundEnterprise(
      EnterpriseRegister register,
      Members members,
      Mandates mandates,
      AccountStore accountStore,
      AccountNames names,
      Accounts accounts,
      AuditTrail audit,
      RateLimits limits,
      TransactionTemplate transaction) {
    this.register = register;
    this.members = members;
    this.mandates = mandates;
    this.accountStore = accountStore;
    this.names = names;
    this.accounts = accounts;
    this.audit = audit;
    this.limits = limits;
    this.transaction = transaction;
  }

  FoundingOutcome found(CurrentUser user, TaxCode taxCode) {
    user.require(LevelOfAssurance.LOA3);
    if (!limits.tryConsume("identity.found-enterprise:" + user.id(), PER_PERSON)) {
      return new FoundingOutcome.TooOften();
    }
    try {
      return register
          .find(taxCode, Purpose.ENTERPRISE)
          .map(enterprise -> found(user, enterprise))
          .orElseGet(FoundingOutcome.NotInRegister::new);
    } catch (RegisterOutOfOrder later) {
      return new FoundingOutcome.RegisterAway();
    }
  }

  private FoundingOutcome found(CurrentUser user, Enterprise enterprise) {
    return switch (enterprise.state()) {
      case SUSPENDED -> new FoundingOutcome.Suspended(enterprise.name());
      case DISSOLVED -> new FoundingOutcome.Dissolved(enterprise.name());
      case ACTIVE ->
          enterprise.isRepresentedBy(members.numbersOf(user.id()))
              ? transaction.execute(status -> manage(user, enterprise))
              : new FoundingOutcome.NotItsRepresentative(enterprise.name());
    };
  }

  private FoundingOutcome manage(CurrentUser user, Enterprise enterprise) {
    var existing = accountOf(enterprise.taxCode());
    if (existing.isEmpty()) {
      var account = newAccount(user, enterprise);
      if (accountStore.add(account)) return begin(user, new AccountId(account.id()));
      // Somebody else, or one's own second click, was faster.
      existing = accountOf(enterprise.taxCode());
    }
    var id = existing.orElseThrow();
    members.lock(id);
    if (managesAll(user, id)) return new FoundingOutcome.ManagedAlready(id);
    mandates.grant(NewMandate.member(id, user.id(), ALL), user);
    record(user, "identity.enterprise-management-taken", id);
    return new FoundingOutcome.ManagementTaken(id);
  }

  private FoundingOutcome begin(CurrentUser user, AccountId enterprise) {
    record(user, "identity.enterprise-founded", enterprise);
    mandates.grant(NewMandate.member(enterprise, user.id(), ALL), user);
    return new FoundingOutcome.Founded(enterprise);
  }

  private Optional<AccountId> accountOf(TaxCode taxCode) {
    return names.find(NameKind.TAX_CODE, taxCode.digits());
  }

  private boolean managesAll(CurrentUser user, AccountId enterprise) {
    return mandates.listStanding(enterprise, user.id()).stream()
        .anyMatch(mandate -> mandate.powers().equals(ALL));
  }

  /** Without a password: its members sign in as themselves and act for it. */
  private NewAccount newAccount(CurrentUser user, Enterprise enterprise) {
    return new NewAccount(
        NewId.next(),
        AccountKind.ENTERPRISE,
        enterprise.name(),
        null,
        null,
        enterprise.taxCode().digits(),
        null,
        null,
        null,
        accounts.getPerson(user.id()).phone(),
        null,
        null,
        accounts.languageOf(user.id()),
        null);
  }

  private void record(CurrentUser user, String action, AccountId enterprise) {
    audit.record(user.actor(), action, "account", enterprise.toString(), Map.of());
  }
}
