package org.motcua.catalogue.searching;

import java.time.Duration;
import java.util.List;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Suggestions while typing. The answer hangs on its address alone, so that caches may keep it. */
@RestController
class SuggestionController {

  private static final CacheControl FOR_MINUTES =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final Suggestions suggestions;
  private final Messages messages;

  SuggestionController(Suggestions suggestions, Messages messages) {
    this.suggestions = suggestions;
    this.messages = messages;
  }

  /**
   * @param in the language of names and kinds
   */
  @GetMapping("/procedures/suggestions")
  ResponseEntity<Answer> suggest(
      @RequestParam(name = "q", defaultValue = "") String query,
      @RequestParam(defaultValue = "vi") String in) {
    var language = Language.ENGLISH.code().equals(in) ? Language.ENGLISH : Language.VIETNAMESE;
    var offered =
        suggestions.of(query.replace('\0', ' '), language).stream()
            .map(it -> new Offer(it.text(), kind(it, language), it.address()))
            .toList();
    return ResponseEntity.ok().cacheControl(FOR_MINUTES).body(new Answer(offered));
  }

  private String kind(Suggestions.Suggestion suggestion, Language language) {
    return messages.text(language, "catalogue.suggestion." + suggestion.source());
  }

  record Answer(List<Offer> suggestions) {}

  /**
   * @param kind what it is, in words
   */
  record Offer(String text, String kind, String address) {}
}
