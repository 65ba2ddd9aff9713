package org.motcua.platform.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Reads a session with each request, but writes it only when it has changed: Spring Session by
 * itself writes, and so waits for the disk, at every click, to note when it was.
 *
 * @param <S> the kind of session that is kept
 */
final class QuietSessions<S extends Session>
    implements FindByIndexNameSessionRepository<QuietSession<S>> {

  /** Whoever is still there after a long working day signs in anew. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private final FindByIndexNameSessionRepository<S> sessions;

  QuietSessions(FindByIndexNameSessionRepository<S> sessions) {
    this.sessions = sessions;
  }

  @Override
  public QuietSession<S> createSession() {
    return QuietSession.fresh(sessions.createSession());
  }

  @Override
  public void save(QuietSession<S> session) {
    if (!session.changed()) return;
    sessions.save(session.kept());
    session.saved();
  }

  @Override
  public @Nullable QuietSession<S> findById(String id) {
    var found = sessions.findById(id);
    if (found == null) return null;
    if (Instant.now().isBefore(SessionBeginning.of(found).at().plus(LONGEST))) {
      return QuietSession.found(found);
    }
    sessions.deleteById(id);
    return null;
  }

  @Override
  public void deleteById(String id) {
    sessions.deleteById(id);
  }

  @Override
  public Map<String, QuietSession<S>> findByIndexNameAndIndexValue(String name, String value) {
    return sessions.findByIndexNameAndIndexValue(name, value).entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, found -> QuietSession.found(found.getValue())));
  }
}
