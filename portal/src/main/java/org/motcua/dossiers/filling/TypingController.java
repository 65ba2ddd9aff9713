package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.forms.FillingContext;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Keeps a page as one types, for {@code autosave.js}. */
@RestController
class TypingController {

  private final KeepTyping keepTyping;
  private final Clock clock;

  TypingController(KeepTyping keepTyping, Clock clock) {
    this.keepTyping = keepTyping;
    this.clock = clock;
  }

  /**
   * @param savedAt hour and minute, as people read them
   * @param seen the marks that the page sends along from now on
   * @param changedElsewhere what others have changed meanwhile, and was not taken
   * @param notAsked what the agency has not asked about, and was not taken either
   */
  record Kept(
      String savedAt,
      Map<String, String> seen,
      List<String> changedElsewhere,
      List<String> notAsked) {}

  @PostMapping("/my/dossiers/{id}/pages/{pageId}/typing")
  Kept keep(
      @PathVariable UUID id,
      @PathVariable String pageId,
      @RequestParam MultiValueMap<String, String> submitted,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale) {
    var language = Language.of(locale);
    var context = FillingContext.now(clock, language);
    return keepTyping
        .keep(new DossierId(id), user, pageId, submitted, context)
        .map(
            kept ->
                new Kept(
                    new Formats(language).time(kept.dossier().changedAt()),
                    kept.typed().seen(),
                    kept.typed().changedElsewhere(),
                    kept.typed().notAsked()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
