package org.motcua.identity.mandates.ending;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountReclaimed;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.Mandates;
import org.motcua.identity.mandates.model.OfferStore;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends all that an account has given and was given; both sides are told of each mandate. */
@Component
public class EndMandates {

  private static final int PAGE = 100;

  private final Mandates mandates;
  private final OfferStore offers;
  private final AccountStore accounts;
  private final Clock clock;

  EndMandates(Mandates mandates, OfferStore offers, AccountStore accounts, Clock clock) {
    this.mandates = mandates;
    this.offers = offers;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What another has given and taken in this account's name. */
  @EventListener
  @Transactional
  public void on(AccountReclaimed reclaimed) {
    reclaimed
        .othersSince()
        .ifPresent(
            since ->
                accounts.find(reclaimed.account()).ifPresent(account -> endSince(since, account)));
  }

  /** Nobody acts for a closed account, nor from one. */
  @Transactional
  public void endAll(Account account) {
    endSince(Instant.EPOCH, account);
  }

  private void endSince(Instant since, Account account) {
    var holder = account.user(LevelOfAssurance.LOA2);
    offers.withdrawAll(account.id(), since, clock.instant());
    end(holder, since, before -> mandates.listGiven(account.id(), before, PAGE));
    end(holder, since, before -> mandates.listHeld(account.id(), before, PAGE));
  }

  private void end(
      CurrentUser by, Instant since, Function<@Nullable MandateId, List<Mandate>> list) {
    @Nullable MandateId last = null;
    List<Mandate> page;
    do {
      page = list.apply(last);
      page.stream()
          .filter(mandate -> mandate.revokedAt() == null)
          .filter(mandate -> !mandate.grantedAt().isBefore(since))
          .forEach(mandate -> mandates.revoke(mandate.id(), by));
      if (!page.isEmpty()) last = page.getLast().id();
    } while (page.size() == PAGE);
  }
}
