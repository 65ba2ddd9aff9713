package org.motcua.platform.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session that knows whether anything has happened to it. That it was looked at counts for
 * something only once a minute.
 */
final class QuietSession<S extends Session> implements Session {

  /** Much shorter than the time after which a session ends. */
  private static final Duration NOTED_AGAIN = Duration.ofMinutes(1);

  private final S session;
  private boolean changed;

  private QuietSession(S session, boolean changed) {
    this.session = session;
    this.changed = changed;
  }

  static <S extends Session> QuietSession<S> fresh(S session) {
    return new QuietSession<>(session, true);
  }

  static <S extends Session> QuietSession<S> found(S session) {
    return new QuietSession<>(session, false);
  }

  S kept() {
    return session;
  }

  boolean changed() {
    return changed;
  }

  void saved() {
    changed = false;
  }

  @Override
  public String getId() {
    return session.getId();
  }

  @Override
  public String changeSessionId() {
    changed = true;
    return session.changeSessionId();
  }

  @Override
  public <T> @Nullable T getAttribute(String name) {
    return session.getAttribute(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return session.getAttributeNames();
  }

  @Override
  public void setAttribute(String name, Object value) {
    changed = true;
    session.setAttribute(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    if (session.getAttribute(name) == null) return;
    changed = true;
    session.removeAttribute(name);
  }

  @Override
  public Instant getCreationTime() {
    return session.getCreationTime();
  }

  @Override
  public void setLastAccessedTime(Instant time) {
    if (!changed && time.isBefore(session.getLastAccessedTime().plus(NOTED_AGAIN))) return;
    changed = true;
    session.setLastAccessedTime(time);
  }

  @Override
  public Instant getLastAccessedTime() {
    return session.getLastAccessedTime();
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    changed = true;
    session.setMaxInactiveInterval(interval);
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return session.getMaxInactiveInterval();
  }

  @Override
  public boolean isExpired() {
    return session.isExpired();
  }
}
