package org.motcua.connect.agreeing;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.motcua.connect.model.Agreement;
import org.motcua.connect.model.AgreementStore;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.PersonalData;
import org.motcua.identity.Consents;
import org.motcua.identity.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what a person has decided about a client; what he gives he reads among his consents, too.
 */
@Service
public class Agree {

  private final AgreementStore agreements;
  private final Consents consents;
  private final Clock clock;

  Agree(AgreementStore agreements, Consents consents, Clock clock) {
    this.agreements = agreements;
    this.consents = consents;
    this.clock = clock;
  }

  /**
   * @param asked what he has seen; of what the client wants besides, he will be asked
   * @param chosen what of the optional he gives
   */
  @Transactional
  public void agree(
      CurrentUser user,
      Client client,
      Client.Portal portal,
      Set<PersonalData> asked,
      Set<PersonalData> chosen) {
    var given = EnumSet.noneOf(PersonalData.class);
    given.addAll(portal.required());
    portal.optional().stream()
        .filter(it -> asked.contains(it) && chosen.contains(it))
        .forEach(given::add);
    var refused = EnumSet.noneOf(PersonalData.class);
    portal.optional().stream()
        .filter(it -> asked.contains(it) && !given.contains(it))
        .forEach(refused::add);
    agreements.save(new Agreement(user.id(), client.id(), given, refused, clock.instant()));
    if (client.sandbox()) return;
    given.forEach(it -> consents.give(consent(user, client, portal, it), user.actor()));
    EnumSet.complementOf(given).forEach(it -> takeBack(user, client, it));
  }

  /** Given before, and no longer. */
  private void takeBack(CurrentUser user, Client client, PersonalData data) {
    consents.withdraw(
        user.id(), ClientConsents.object(client.id()), data.words(user.kind()), user.actor());
  }

  private static Consents.Given consent(
      CurrentUser user, Client client, Client.Portal portal, PersonalData data) {
    return new Consents.Given(
        user.id(),
        ClientConsents.object(client.id()),
        "agency:" + client.agency(),
        data.words(user.kind()),
        portal.required().contains(data) ? "connect.consent.required" : "connect.consent.optional",
        client.name(),
        true);
  }
}
