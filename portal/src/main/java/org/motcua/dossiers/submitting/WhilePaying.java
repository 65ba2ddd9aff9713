package org.motcua.dossiers.submitting;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody has ticked and typed under his application before he went to pay for it. When he
 * comes back it stands there again and one button is left. It holds for the answers that it was
 * said of, and in the session of the one who said it.
 */
final class WhilePaying {

  private static final String NAME = "dossiers.while_paying.";

  /**
   * @param changedAt of the draft
   */
  record Said(Instant changedAt, boolean declared, LinkedMultiValueMap<String, String> sent)
      implements Serializable {}

  static void keep(
      HttpSession session, Dossier draft, boolean declared, MultiValueMap<String, String> sent) {
    var kept = new LinkedMultiValueMap<String, String>();
    sent.forEach(
        (field, values) -> {
          if (field.startsWith("delivery") || field.startsWith("post.")) {
            kept.addAll(field, values);
          }
        });
    session.setAttribute(NAME + draft.id(), new Said(draft.changedAt(), declared, kept));
  }

  static Optional<Said> find(@Nullable HttpSession session, Dossier draft) {
    if (session == null) return Optional.empty();
    return session.getAttribute(NAME + draft.id()) instanceof Said said
            && said.changedAt().equals(draft.changedAt())
        ? Optional.of(said)
        : Optional.empty();
  }

  static void forget(HttpSession session, DossierId submitted) {
    session.removeAttribute(NAME + submitted);
  }

  private WhilePaying() {}
}
