package org.motcua.identity.signingin;

import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.TypedName;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.secrets.Vault;
import org.springframework.stereotype.Component;

/** How often passwords may be tried: from one address, for one name and for one account. */
@Component
class SignInLimits {

  /** Wide enough for a village behind one address, too narrow for a list of stolen passwords. */
  private static final Limit PER_ADDRESS = new Limit(60, Duration.ofMinutes(5));

  /** More than any household needs, and far too few to guess a password. */
  private static final Limit PER_NAME = new Limit(30, Duration.ofHours(1));

  /** As many as for one name, by whichever of its names an account is tried. */
  private static final Limit PER_ACCOUNT = PER_NAME;

  private final RateLimits limits;
  private final Vault vault;

  SignInLimits(RateLimits limits, Vault vault) {
    this.limits = limits;
    this.vault = vault;
  }

  boolean allowFrom(String address) {
    return limits.tryConsume("identity.sign-in:" + address, PER_ADDRESS);
  }

  /** Counted alike whether an account has that name. */
  boolean allowFor(TypedName name) {
    return limits.tryConsume("identity.sign-in-name:" + mac(name.value()), PER_NAME);
  }

  /**
   * @param account null where nobody has the name: something is counted all the same, as it costs
   *     time
   * @param place of the account among those that may have the name
   */
  boolean allowFor(@Nullable Account account, TypedName name, int place) {
    var whose = account == null ? mac(name.value() + "|" + place) : account.id().toString();
    return limits.tryConsume("identity.sign-in-account:" + whose, PER_ACCOUNT);
  }

  private String mac(String name) {
    return Base64.getEncoder().encodeToString(vault.mac("identity.sign-in-name", name));
  }
}
