package org.motcua.connect.agreeing;

import java.util.EnumSet;
import java.util.Set;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.AgreementStore;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.PersonalData;
import org.motcua.connect.signons.EndSignOns;
import org.motcua.identity.AccountId;
import org.motcua.identity.ConsentWithdrawn;
import org.motcua.identity.Consents;
import org.motcua.identity.CurrentUser;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was given is taken back, here or among the person's consents. Without what it needs a client
 * signs nobody in: then all of the agreement is gone, and he is asked anew if he comes again.
 */
@Service
public class TakeBack {

  private final AgreementStore agreements;
  private final KnownClients clients;
  private final EndSignOns endSignOns;
  private final Consents consents;

  TakeBack(
      AgreementStore agreements, KnownClients clients, EndSignOns endSignOns, Consents consents) {
    this.agreements = agreements;
    this.clients = clients;
    this.endSignOns = endSignOns;
    this.consents = consents;
  }

  @Transactional
  public void all(CurrentUser user, ClientId client) {
    end(user.id(), client);
    EnumSet.allOf(PersonalData.class)
        .forEach(
            data ->
                consents.withdraw(
                    user.id(),
                    ClientConsents.object(client),
                    data.words(user.kind()),
                    user.actor()));
  }

  /** In the transaction that has withdrawn it, so that the client gets nothing in between. */
  @EventListener
  void on(ConsentWithdrawn event) {
    ClientConsents.client(event.object())
        .ifPresent(
            client ->
                PersonalData.ofWords(event.whatKey())
                    .ifPresent(data -> takeBack(event.account(), client, data)));
  }

  private void takeBack(AccountId account, ClientId client, PersonalData data) {
    if (isNeeded(client, data)) {
      if (agreements.find(account, client).filter(it -> it.given().contains(data)).isPresent()) {
        end(account, client);
      }
    } else {
      agreements.refuse(account, client, data);
      // Tokens say that he lets it file.
      if (data == PersonalData.FILING) endSignOns.endAt(account, client);
    }
  }

  private void end(AccountId account, ClientId client) {
    agreements.remove(account, client);
    endSignOns.endAt(account, client);
  }

  private boolean isNeeded(ClientId client, PersonalData data) {
    return clients.find(client).map(TakeBack::required).orElse(Set.of()).contains(data);
  }

  private static Set<PersonalData> required(Client client) {
    return client.portal() == null ? Set.of() : client.portal().required();
  }
}
