package org.motcua.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a module asks before it lets somebody see or do something with an account's dossiers. Who
 * acts for himself may do everything; who acts for another, what the mandate says at this very
 * moment.
 */
@Component
public class Representation {

  private static final MandateScope ALL = new MandateScope.All();

  private final Mandates mandates;

  Representation(Mandates mandates) {
    this.mandates = mandates;
  }

  /**
   * @param procedure the procedure's code
   * @param dossier the dossier's code; null while it is a draft
   */
  public boolean allows(CurrentUser user, Power power, String procedure, @Nullable String dossier) {
    var acting = user.acting();
    return acting == null
        || standing(user, acting)
            .filter(mandate -> mandate.allows(power, procedure, dossier))
            .isPresent();
  }

  /**
   * @param dossier the dossier's code; null while it is a draft
   * @throws PowerNeeded when the mandate does not go as far
   */
  public void require(CurrentUser user, Power power, String procedure, @Nullable String dossier) {
    if (!allows(user, power, procedure, dossier)) throw new PowerNeeded(power);
  }

  /** Which of the account's dossiers this user may see; empty: none. */
  public Optional<MandateScope> seen(CurrentUser user) {
    var acting = user.acting();
    if (acting == null) return Optional.of(ALL);
    return standing(user, acting).filter(mandate -> mandate.gives(Power.SEE)).map(Mandate::scope);
  }

  /** The mandate by which this user acts, while it stands; empty for one who acts for himself. */
  public Optional<Mandate> mandateOf(CurrentUser user) {
    var acting = user.acting();
    return acting == null ? Optional.empty() : standing(user, acting);
  }

  /** Whether this user acts for another, and not in everything. */
  public boolean isLimited(CurrentUser user) {
    return mandateOf(user).filter(Mandate::limited).isPresent();
  }

  /** It must hold for these two, and at this very moment. */
  private Optional<Mandate> standing(CurrentUser user, Acting acting) {
    return mandates
        .findStanding(acting.mandate())
        .filter(mandate -> mandate.represented().equals(user.id()))
        .filter(mandate -> mandate.holder().equals(acting.actor()));
  }
}
