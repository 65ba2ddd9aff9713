package org.motcua.identity.mandates.delegating;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateId;
import org.motcua.identity.Mandates;
import org.motcua.identity.Person;
import org.motcua.identity.mandates.delegating.AnswerOutcome.Gone;
import org.motcua.identity.mandates.model.DelegationOffer;
import org.motcua.identity.mandates.model.DelegationOffer.Answer;
import org.motcua.identity.mandates.model.MandateStore;
import org.motcua.identity.mandates.model.OfferStore;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.SameName;
import org.motcua.identity.model.TypedName;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.secrets.Vault;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Offers a delegation to somebody named by number and name, and takes the answer. The giver learns
 * nothing of who has an account: an offer to nobody just waits.
 */
@Service
class Delegations {

  private static final String GUARD = "identity.delegation";
  private static final Limit OFFERS = new Limit(20, Duration.ofDays(1));
  private static final Duration OPEN = Duration.ofDays(30);
  private static final int SHOWN = 50;
  private static final int NUMBER_END = 3;

  private final OfferStore offers;
  private final MandateStore store;
  private final Mandates mandates;
  private final Accounts accounts;
  private final AccountNames names;
  private final AccountStore accountStore;
  private final SmsGateway sms;
  private final Messages messages;
  private final RateLimits limits;
  private final Vault vault;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Delegations(
      OfferStore offers,
      MandateStore store,
      Mandates mandates,
      Accounts accounts,
      AccountNames names,
      AccountStore accountStore,
      SmsGateway sms,
      Messages messages,
      RateLimits limits,
      Vault vault,
      AuditTrail audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.offers = offers;
    this.store = store;
    this.mandates = mandates;
    this.accounts = accounts;
    this.names = names;
    this.accountStore = accountStore;
    this.sms = sms;
    this.messages = messages;
    this.limits = limits;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * @return false when the giver has offered too often today
   */
  boolean offer(CheckOffer.Checked.Right wanted, CurrentUser giver) {
    if (!limits.tryConsume("identity.delegation:" + giver.id(), OFFERS)) return false;
    transaction.executeWithoutResult(status -> put(wanted, giver));
    return true;
  }

  private void put(CheckOffer.Checked.Right wanted, CurrentUser giver) {
    var now = clock.instant();
    var fresh =
        new DelegationOffer(
            new MandateId(NewId.next()),
            giver.id(),
            guard(wanted.number()),
            wanted.name(),
            wanted.number().substring(wanted.number().length() - NUMBER_END),
            wanted.powers(),
            wanted.scope(),
            wanted.until(),
            giver.signedIn(),
            now,
            now.plus(OPEN),
            null);
    store.lock(giver.id());
    if (given(giver.id()).stream().anyMatch(fresh::isSame)) return;
    offers.add(fresh);
    record(giver, "identity.delegation-offered", fresh);
    text(giver.id(), "identity.delegations.sms.offered.giver", wanted.name());
    accountStore.listByTypedName(TypedName.of(wanted.number())).stream()
        .filter(account -> SameName.is(account.name(), wanted.name()))
        .forEach(
            account -> text(account.id(), "identity.delegations.sms.offered.holder", giver.name()));
  }

  List<DelegationOffer> given(AccountId giver) {
    return offers.listWaitingOf(giver, clock.instant(), SHOWN);
  }

  /** Those meant for this account: one of its numbers, and its name. */
  List<DelegationOffer> offeredTo(AccountId account) {
    var person = accounts.getPerson(account);
    var guards = names.listOf(person.id()).stream().map(this::guard).toList();
    return offers.listWaitingFor(guards, clock.instant(), SHOWN).stream()
        .filter(offer -> isFor(person, offer))
        .toList();
  }

  @Transactional
  AnswerOutcome accept(MandateId id, CurrentUser user) {
    var found = findFor(id, user);
    if (found.isEmpty()) return new Gone();
    var offer = found.get();
    if (offer.answer() == Answer.ACCEPTED) return new AnswerOutcome.Done();
    if (!offer.waits(clock.instant())) return new Gone();
    offers.answer(id, Answer.ACCEPTED, clock.instant());
    mandates.grant(id, offer.mandateFor(user.id()), offer.offeredBy(), user);
    return new AnswerOutcome.Done();
  }

  @Transactional
  AnswerOutcome decline(MandateId id, CurrentUser user) {
    var found = findFor(id, user);
    if (found.isEmpty()) return new Gone();
    var offer = found.get();
    if (offer.answer() == Answer.DECLINED) return new AnswerOutcome.Done();
    if (!offer.waits(clock.instant())) return new Gone();
    offers.answer(id, Answer.DECLINED, clock.instant());
    record(user, "identity.delegation-declined", offer);
    text(offer.represented(), "identity.delegations.sms.declined", offer.holderName());
    return new AnswerOutcome.Done();
  }

  @Transactional
  AnswerOutcome withdraw(MandateId id, CurrentUser giver) {
    var found = offers.findForUpdate(id).filter(offer -> offer.represented().equals(giver.id()));
    if (found.isEmpty()) return new Gone();
    var offer = found.get();
    if (offer.answer() == Answer.ACCEPTED) return new AnswerOutcome.AcceptedMeanwhile();
    if (offer.answer() == null) {
      offers.answer(id, Answer.WITHDRAWN, clock.instant());
      record(giver, "identity.delegation-withdrawn", offer);
    }
    return new AnswerOutcome.Done();
  }

  /** To anybody but the one it is meant for the offer does not exist. */
  private Optional<DelegationOffer> findFor(MandateId id, CurrentUser user) {
    var person = accounts.getPerson(user.id());
    return offers.findForUpdate(id).filter(offer -> isFor(person, offer));
  }

  private boolean isFor(Person person, DelegationOffer offer) {
    return !person.id().equals(offer.represented())
        && SameName.is(person.name(), offer.holderName())
        && names.listOf(person.id()).stream()
            .flatMap(number -> vault.macs(GUARD, number).stream())
            .anyMatch(guard -> Arrays.equals(guard, offer.holderGuard()));
  }

  private byte[] guard(String number) {
    return vault.mac(GUARD, number);
  }

  private void text(AccountId to, String key, String name) {
    accountStore
        .find(to)
        .ifPresent(
            account ->
                sms.send(
                    account.phone().international(), messages.text(account.language(), key, name)));
  }

  private void record(CurrentUser by, String action, DelegationOffer offer) {
    audit.record(
        by.actor(),
        action,
        "mandate",
        offer.id().toString(),
        Map.of(
            "represented", offer.represented().toString(),
            "powers", new TreeSet<>(offer.powers()),
            "scope", offer.scope().getClass().getSimpleName()));
  }
}
