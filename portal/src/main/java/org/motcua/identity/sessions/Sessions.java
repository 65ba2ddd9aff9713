package org.motcua.identity.sessions;

import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.SessionEnded;
import org.motcua.platform.secrets.Vault;
import org.motcua.platform.sessions.SessionBeginning;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The open sessions of an account, on whatever node they were opened, and their end. */
@Component
public class Sessions {

  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final Vault vault;
  private final ApplicationEventPublisher events;

  Sessions(
      FindByIndexNameSessionRepository<? extends Session> sessions,
      Vault vault,
      ApplicationEventPublisher events) {
    this.sessions = sessions;
    this.vault = vault;
    this.events = events;
  }

  /**
   * @param id never shown: whoever has it is signed in
   * @param beginning the sign-in's own session, where this one goes on from it
   */
  record Open(String id, SessionBeginning beginning, Instant lastUsed) {

    Instant since() {
      return beginning.at();
    }
  }

  /** Lately used first. */
  List<Open> list(AccountId account) {
    return sessions.findByPrincipalName(account.toString()).values().stream()
        .filter(session -> !session.isExpired())
        .map(Sessions::open)
        .sorted(Comparator.comparing(Open::lastUsed).reversed())
        .toList();
  }

  private static Open open(Session session) {
    return new Open(session.getId(), SessionBeginning.of(session), session.getLastAccessedTime());
  }

  /** What stands for a session where others may read it. */
  byte[] mac(String sessionId) {
    return vault.mac("identity.session", sessionId);
  }

  String handle(Open session) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(session.id()));
  }

  /** False when it has ended already. */
  boolean end(AccountId account, String handle) {
    var found = list(account).stream().filter(each -> handle(each).equals(handle)).findFirst();
    found.ifPresent(session -> end(account, session));
    return found.isPresent();
  }

  private void end(AccountId account, Open session) {
    events.publishEvent(new SessionEnded(account, session.beginning().key()));
    sessions.deleteById(session.id());
  }

  /** Signs the account's holder out everywhere. */
  public int endAll(AccountId account) {
    return endAllBut(account, null);
  }

  /**
   * @param kept id of the session that stays open
   */
  public int endAllBut(AccountId account, @Nullable String kept) {
    var others = list(account).stream().filter(each -> !Objects.equals(each.id(), kept)).toList();
    others.forEach(session -> end(account, session));
    return others.size();
  }
}
