package org.motcua.connect.signons;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.SignOn;
import org.motcua.connect.model.SignOnStore;
import org.motcua.identity.AccountId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends sign-ons, whoever wants it; their tokens are worth nothing from then on. */
@Service
public class EndSignOns {

  /** Published in the transaction that has ended them. */
  public record Ended(List<SignOn> signOns) {}

  private final SignOnStore signOns;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EndSignOns(SignOnStore signOns, ApplicationEventPublisher events, Clock clock) {
    this.signOns = signOns;
    this.events = events;
    this.clock = clock;
  }

  /** The client knows of it: it has asked for it, or misused what it had. */
  @Transactional
  public boolean endQuietly(UUID id) {
    return signOns.end(id, clock.instant());
  }

  @Transactional
  public void endSession(String session) {
    tell(signOns.endOfSession(session, clock.instant()));
  }

  @Transactional
  public void endPerson(AccountId account) {
    tell(signOns.endOfPerson(account, clock.instant()));
  }

  @Transactional
  public void endAt(AccountId account, ClientId client) {
    tell(signOns.endAt(account, client, clock.instant()));
  }

  /** Of a client that is closed: it is not told any more. */
  @Transactional
  public int endAll(ClientId client) {
    return signOns.endOfClient(client, clock.instant());
  }

  private void tell(List<SignOn> ended) {
    if (!ended.isEmpty()) events.publishEvent(new Ended(ended));
  }
}
