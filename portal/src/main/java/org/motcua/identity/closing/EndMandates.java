package org.motcua.identity.closing;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.Mandates;
import org.motcua.identity.model.Account;
import org.springframework.stereotype.Component;

/** Nobody acts for a closed account, nor from one; the other side is told of each. */
@Component
class EndMandates {

  private static final int PAGE = 100;

  private final Mandates mandates;

  EndMandates(Mandates mandates) {
    this.mandates = mandates;
  }

  void of(Account account) {
    var holder = account.user(LevelOfAssurance.LOA2);
    end(holder, before -> mandates.listGiven(account.id(), before, PAGE));
    end(holder, before -> mandates.listHeld(account.id(), before, PAGE));
  }

  private void end(CurrentUser by, Function<@Nullable MandateId, List<Mandate>> list) {
    @Nullable MandateId last = null;
    List<Mandate> page;
    do {
      page = list.apply(last);
      page.stream()
          .filter(mandate -> mandate.revokedAt() == null)
          .forEach(mandate -> mandates.revoke(mandate.id(), by));
      if (!page.isEmpty()) last = page.getLast().id();
    } while (page.size() == PAGE);
  }
}
