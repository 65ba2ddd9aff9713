package org.motcua.connect.providing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.SignOn;
import org.motcua.connect.model.SignOnStore;
import org.motcua.identity.Accounts;
import org.motcua.identity.Acting;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Person;
import org.motcua.identity.SignedOnPeople;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Who a sign-on was of never changes, so it is remembered for a little while; that the sign-on
 * still stands was asked when the token was looked through.
 */
@Component
class PeopleOfTokens implements SignedOnPeople {

  private static final int REMEMBERED = 10_000;
  private static final Duration FOR = Duration.ofMinutes(1);

  private final Cache<UUID, CurrentUser> people =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(FOR).build();
  private final SignOnStore signOns;
  private final Accounts accounts;

  PeopleOfTokens(SignOnStore signOns, Accounts accounts) {
    this.signOns = signOns;
    this.accounts = accounts;
  }

  @Override
  public Optional<CurrentUser> find(Jwt token) {
    var signOn = token.getClaimAsString(Claim.SIGN_ON);
    return Optional.ofNullable(signOn).map(UUID::fromString).flatMap(this::find);
  }

  private Optional<CurrentUser> find(UUID signOn) {
    var known = people.getIfPresent(signOn);
    if (known != null) return Optional.of(known);
    var read = signOns.find(signOn).flatMap(this::user);
    read.ifPresent(user -> people.put(signOn, user));
    return read;
  }

  private Optional<CurrentUser> user(SignOn signOn) {
    return accounts.findPerson(signOn.account()).map(person -> user(signOn, person));
  }

  private CurrentUser user(SignOn signOn, Person person) {
    var level = LevelOfAssurance.ofAcr(signOn.acr()).orElse(LevelOfAssurance.LOA1);
    return new CurrentUser(person.id(), person.kind(), person.name(), level, acting(signOn));
  }

  private @Nullable Acting acting(SignOn signOn) {
    var actor = signOn.actor();
    var mandate = signOn.mandate();
    if (actor == null || mandate == null) return null;
    var person = accounts.getPerson(actor);
    return new Acting(actor, person.kind(), person.name(), mandate);
  }
}
