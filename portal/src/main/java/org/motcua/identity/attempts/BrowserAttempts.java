package org.motcua.identity.attempts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The attempt of one browser, which holds the key to it in a cookie. */
@Component
class BrowserAttempts {

  private final AttemptStore attempts;
  private final AttemptCookie cookie;

  BrowserAttempts(AttemptStore attempts, AttemptCookie cookie) {
    this.attempts = attempts;
    this.cookie = cookie;
  }

  Optional<Attempt> find(HttpServletRequest request) {
    return key(request).flatMap(attempts::find);
  }

  /** A second click waits here until the first is done. */
  Optional<Attempt> findForUpdate(HttpServletRequest request) {
    return key(request).flatMap(attempts::findForUpdate);
  }

  interface UnderKey {
    Attempt with(byte[] key);
  }

  /** Under the key that the browser has, so that its second click finds it; else a fresh one. */
  Attempt add(UnderKey made, HttpServletRequest request, HttpServletResponse response) {
    var own = key(request).map(made::with);
    if (own.isPresent() && attempts.add(own.get())) return own.get();
    var token = BrowserToken.fresh();
    cookie.give(request, response, token);
    var attempt = made.with(BrowserToken.hash(token));
    attempts.add(attempt);
    return attempt;
  }

  void save(Attempt attempt) {
    attempts.save(attempt);
  }

  void remove(HttpServletRequest request) {
    key(request).ifPresent(attempts::remove);
  }

  /** What may be written down in the key's place; blank without one. */
  String subject(HttpServletRequest request) {
    return key(request).map(Base64.getEncoder()::encodeToString).orElse("");
  }

  private Optional<byte[]> key(HttpServletRequest request) {
    return Optional.ofNullable(cookie.read(request)).map(BrowserToken::hash);
  }
}
