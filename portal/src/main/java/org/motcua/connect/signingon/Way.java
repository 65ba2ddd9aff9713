package org.motcua.connect.signingon;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.AgreementStore;
import org.motcua.connect.model.Client;
import org.motcua.identity.Representation;
import org.springframework.stereotype.Component;

/** What stands between a person and the client that has asked for him. */
@Component
class Way {

  private final AgreementStore agreements;
  private final Representation representation;
  private final HintedPerson hintedPerson;
  private final Clock clock;

  Way(
      AgreementStore agreements,
      Representation representation,
      HintedPerson hintedPerson,
      Clock clock) {
    this.agreements = agreements;
    this.representation = representation;
    this.hintedPerson = hintedPerson;
    this.clock = clock;
  }

  Next next(Asked asked, Client client, @Nullable Visitor visitor) {
    if (asked.has("request")) return new Next.Refuse("request_not_supported");
    if (asked.has("registration")) return new Next.Refuse("registration_not_supported");
    if (asked.prompts(Asked.NONE)) return silently(asked, client, visitor);
    if (visitor == null) return new Next.SignIn(asked.without(Asked.LOGIN, Asked.SELECT_ACCOUNT));
    if (visitor.user().officer()) return new Next.NotAsOfficer();
    if (representation.isLimited(visitor.user())) return new Next.NotWithinLimits();
    if (!isMeant(asked, client, visitor)) return new Next.Refuse("login_required");
    if (asked.prompts(Asked.LOGIN)
        || asked.prompts(Asked.SELECT_ACCOUNT)
        || tooOld(asked, visitor)) {
      return new Next.ProveAgain(asked.without(Asked.LOGIN, Asked.SELECT_ACCOUNT));
    }
    if (!visitor.user().level().atLeast(asked.level())) {
      return new Next.ShowMore(asked.level(), asked);
    }
    if (asked.prompts(Asked.CONSENT) || !hasAgreed(visitor, client)) {
      return new Next.Agree(asked.without(Asked.CONSENT));
    }
    return new Next.GoOn(visitor);
  }

  /** The client wants an answer, and the person shall not see that it asked. */
  private Next silently(Asked asked, Client client, @Nullable Visitor visitor) {
    if (visitor == null
        || visitor.user().officer()
        || representation.isLimited(visitor.user())
        || !isMeant(asked, client, visitor)
        || tooOld(asked, visitor)) {
      return new Next.Refuse("login_required");
    }
    if (!visitor.user().level().atLeast(asked.level())) {
      return new Next.Refuse("interaction_required");
    }
    return hasAgreed(visitor, client)
        ? new Next.GoOn(visitor)
        : new Next.Refuse("consent_required");
  }

  /** Whether it is the person whom the client has signed in before. */
  private boolean isMeant(Asked asked, Client client, Visitor visitor) {
    return asked
        .idTokenHint()
        .map(hint -> hintedPerson.is(visitor.user().id(), hint, client))
        .orElse(true);
  }

  private boolean tooOld(Asked asked, Visitor visitor) {
    return asked
        .maxAge()
        .filter(age -> Duration.between(visitor.provedAt(), clock.instant()).compareTo(age) > 0)
        .isPresent();
  }

  private boolean hasAgreed(Visitor visitor, Client client) {
    var portal = client.portal();
    return portal != null
        && agreements
            .find(visitor.user().id(), client.id())
            .filter(agreement -> agreement.covers(portal))
            .isPresent();
  }
}
