package org.motcua.identity.profile;

import java.time.Duration;
import java.util.Objects;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.PersonStore;
import org.motcua.identity.verifying.Verifications;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who one is may be put right until it is verified; where one lives always. A number once given
 * stays: only the register changes it.
 */
@Service
class ChangeDetails {

  /** A refusal tells that a number has an account: nobody may try many. */
  private static final Limit NUMBERS = new Limit(5, Duration.ofHours(1));

  private final PersonStore persons;
  private final AccountStore accounts;
  private final AccountFacts facts;
  private final Verifications verifications;
  private final RecordChange recordChange;
  private final RateLimits limits;
  private final JsonMapper json;
  private final TransactionTemplate transaction;

  ChangeDetails(
      PersonStore persons,
      AccountStore accounts,
      AccountFacts facts,
      Verifications verifications,
      RecordChange recordChange,
      RateLimits limits,
      JsonMapper json,
      TransactionTemplate transaction) {
    this.persons = persons;
    this.accounts = accounts;
    this.facts = facts;
    this.verifications = verifications;
    this.recordChange = recordChange;
    this.limits = limits;
    this.json = json;
    this.transaction = transaction;
  }

  Details now(CurrentUser user) {
    return persons.findPerson(user.id()).map(Details::of).orElseThrow();
  }

  /** Whether only the home may be changed. */
  boolean isVerified(CurrentUser user) {
    return verifications.isVerified(user.id());
  }

  DetailsOutcome change(CurrentUser user, Details wanted) {
    if (!Objects.equals(now(user).citizenId(), wanted.citizenId())
        && !limits.tryConsume("identity.add-citizen-id:" + user.id(), NUMBERS)) {
      return DetailsOutcome.TOO_MANY_TRIES;
    }
    return transaction.execute(status -> write(user, wanted));
  }

  private DetailsOutcome write(CurrentUser user, Details wanted) {
    var id = user.id();
    verifications.hold(id);
    var before = now(user);
    var after = allowed(user, before, wanted);
    if (after.equals(before)) return DetailsOutcome.CHANGED;
    var number = after.citizenId();
    if (number != null && before.citizenId() == null && !facts.setCitizenId(id, number)) {
      return DetailsOutcome.NUMBER_OF_ANOTHER;
    }
    var account = accounts.find(id).orElseThrow();
    facts.setDetails(id, after);
    if (!after.samePerson(before)) verifications.noLongerVerified(id, user.actor());
    recordChange.record(
        user.actor(),
        account,
        "details-changed",
        "details",
        ChangeKind.DETAILS,
        json.writeValueAsString(before),
        json.writeValueAsString(after),
        false);
    return DetailsOutcome.CHANGED;
  }

  /** Verified meanwhile, or given a number in another window: that stands. */
  private Details allowed(CurrentUser user, Details before, Details wanted) {
    if (isVerified(user)) return before.at(wanted.home());
    var number = before.citizenId() == null ? wanted.citizenId() : before.citizenId();
    return new Details(wanted.name(), wanted.born(), wanted.gender(), number, wanted.home());
  }

  /** What was said before stands again; if it was about the person, nobody has verified it. */
  void takeBack(AccountId account, String formerly, String sinceThen) {
    var before = json.readValue(formerly, Details.class);
    var after = json.readValue(sinceThen, Details.class);
    var number = after.citizenId();
    if (number != null && before.citizenId() == null) {
      facts.takeBackCitizenId(account, number, null);
    }
    facts.setDetails(account, before);
    if (!after.samePerson(before)) {
      verifications.noLongerVerified(account, "account:" + account);
    }
  }
}
