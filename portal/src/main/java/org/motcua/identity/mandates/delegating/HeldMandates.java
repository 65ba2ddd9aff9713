package org.motcua.identity.mandates.delegating;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.motcua.identity.Mandate;
import org.motcua.identity.Mandates;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who acts for a person, for whom the person acts, and what waits for an answer. */
@Component
@Order(5)
class HeldMandates implements DataHolder {

  private static final int PAGE = 100;

  private final Mandates mandates;
  private final Delegations delegations;
  private final DelegationsViews views;

  HeldMandates(Mandates mandates, Delegations delegations, DelegationsViews views) {
    this.mandates = mandates;
    this.delegations = delegations;
    this.views = views;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    parcel.put(
        "identity.mandateGiven",
        DataHolder.all(
                PAGE,
                (@Nullable Mandate last) ->
                    mandates.listGiven(person, last == null ? null : last.id(), PAGE))
            .map(mandate -> of(mandate, false, parcel)));
    parcel.put(
        "identity.mandateHeld",
        DataHolder.all(
                PAGE,
                (@Nullable Mandate last) ->
                    mandates.listHeld(person, last == null ? null : last.id(), PAGE))
            .map(mandate -> of(mandate, true, parcel)));
    parcel.put(
        "identity.mandateOffered",
        delegations.given(person).stream()
            .map(
                offer -> {
                  var card = views.offered(offer, parcel.language());
                  return DataHolder.facts(
                      "at", offer.offeredAt(),
                      "who", card.name(),
                      "powers", card.powers(),
                      "scope", card.scope(),
                      "until", card.until());
                }));
  }

  private Map<String, ?> of(Mandate mandate, boolean held, Parcel parcel) {
    var card = views.one(mandate, held, parcel.language());
    return DataHolder.facts(
        "at", mandate.grantedAt(),
        "who", card.name(),
        "kind", new Coded(mandate.kind().name(), card.kind()),
        "powers", card.powers(),
        "scope", card.scope(),
        "until", card.until(),
        "revokedAt", mandate.revokedAt());
  }
}
