package org.motcua.identity.recovering;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.Phone;
import org.motcua.identity.model.SpelledName;
import org.motcua.identity.model.TypedName;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.secrets.Vault;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins a recovery. The same is written, said and sent whether there is such an account or not;
 * its holder hears of it when an officer has found that the person is he.
 */
@Service
class AskRecovery {

  private static final Limit PER_ADDRESS = new Limit(10, Duration.ofHours(1));
  private static final Limit PER_PHONE = new Limit(5, Duration.ofHours(1));

  private final AccountStore accounts;
  private final Recoveries recoveries;
  private final RateLimits limits;
  private final Vault vault;
  private final SmsGateway sms;
  private final Messages messages;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AskRecovery(
      AccountStore accounts,
      Recoveries recoveries,
      RateLimits limits,
      Vault vault,
      SmsGateway sms,
      Messages messages,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.accounts = accounts;
    this.recoveries = recoveries;
    this.limits = limits;
    this.vault = vault;
    this.sms = sms;
    this.messages = messages;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Empty when too many have been asked for from this address or to this phone. */
  Optional<Reference> ask(
      String number, String name, Phone phone, Way way, String address, Language language) {
    var toPhone =
        Base64.getEncoder().encodeToString(vault.mac("identity.recovery", phone.international()));
    if (!limits.tryConsume("identity.recovery:" + address, PER_ADDRESS)
        || !limits.tryConsume("identity.recovery-to:" + toPhone, PER_PHONE)) {
      return Optional.empty();
    }
    var now = clock.instant();
    var recovery =
        new Recovery(
            NewId.next(),
            Reference.fresh(),
            account(number, name).orElse(null),
            way,
            RecoveryState.WAITING,
            number.strip(),
            name.strip(),
            phone,
            language,
            now,
            0,
            null,
            now.plus(RecoveryTerms.TO_BE_DECIDED));
    transaction.executeWithoutResult(status -> begin(recovery));
    return Optional.of(recovery.reference());
  }

  private void begin(Recovery recovery) {
    recoveries.add(recovery);
    sms.send(
        recovery.phone().international(),
        messages.text(
            recovery.language(), "identity.recover.sms.asked", recovery.reference().value()));
    RecoveryAudit.record(audit, "anonymous", "identity.recovery-asked", recovery);
  }

  /** Officers get theirs back from their agency's administrator. */
  private Optional<AccountId> account(String number, String name) {
    var spelled = SpelledName.of(name);
    return accounts.listByTypedName(TypedName.of(number)).stream()
        .filter(account -> account.kind() != AccountKind.OFFICER && account.letsIn())
        .filter(account -> SpelledName.of(account.name()).equals(spelled))
        .map(Account::id)
        .findFirst();
  }
}
