package org.motcua.connect.signons;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  /** As many as nobody waits for. */
  private static final int PIECE = 500;

  private final SignOnStore signOns;
  private final StandingTokens standing;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EndSignOns(
      SignOnStore signOns, StandingTokens standing, ApplicationEventPublisher events, Clock clock) {
    this.signOns = signOns;
    this.standing = standing;
    this.events = events;
    this.clock = clock;
  }

  /** The client knows of it: it has asked for it, or misused what it had. */
  @Transactional
  public boolean endQuietly(UUID id) {
    standing.forget(List.of(id.toString()));
    return signOns.end(id, clock.instant());
  }

  @Transactional
  public void endSession(String session) {
    tell(signOns.endOfSession(session, clock.instant()));
  }

  @Transactional
  public void endSessionAt(String session, ClientId client) {
    tell(signOns.endOfSession(session, client, clock.instant()));
  }

  @Transactional
  public void endPerson(AccountId account) {
    tell(signOns.endOfPerson(account, clock.instant()));
  }

  @Transactional
  public void endAt(AccountId account, ClientId client) {
    tell(signOns.endAt(account, client, clock.instant()));
  }

  /**
   * Some of those at a client.
   *
   * @param after null for the first of them
   * @return the last of these; empty when no more are left
   */
  @Transactional
  public Optional<UUID> endSomeAt(ClientId client, @Nullable UUID after) {
    var ended = signOns.endOfClient(client, after, PIECE, clock.instant());
    tell(ended);
    return ended.isEmpty() ? Optional.empty() : Optional.of(ended.getLast().id());
  }

  private void tell(List<SignOn> ended) {
    if (ended.isEmpty()) return;
    standing.forget(ended.stream().map(signOn -> signOn.id().toString()).toList());
    events.publishEvent(new Ended(ended));
  }
}
