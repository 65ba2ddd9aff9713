package org.motcua.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every template needs besides its own model: words in the reader's language, formats, who
 * reads, where we are.
 *
 * <p>Each model has one as {@code page}; a template begins with {@code @param Page page}.
 */
public final class Page {

  private final Language language;
  private final Messages messages;
  private final @Nullable Viewer viewer;
  private final @Nullable CsrfToken csrf;
  private final String path;
  private final @Nullable String query;
  private final String openAddress;
  private final ResourceUrlProvider assets;

  Page(
      Language language,
      Messages messages,
      @Nullable Viewer viewer,
      @Nullable CsrfToken csrf,
      String path,
      @Nullable String query,
      String openAddress,
      ResourceUrlProvider assets) {
    this.language = language;
    this.messages = messages;
    this.viewer = viewer;
    this.csrf = csrf;
    this.path = path;
    this.query = query;
    this.openAddress = openAddress;
    this.assets = assets;
  }

  /** For a page that is no answer to anybody's request: nobody reads it, nothing can be sent. */
  public static Page outside(Language language, Messages messages) {
    return new Page(language, messages, null, null, "/", null, "/", new ResourceUrlProvider());
  }

  /** The sentence behind a key of {@code messages/}. */
  public String t(String key, Object... arguments) {
    return messages.text(language, key, arguments);
  }

  public Language language() {
    return language;
  }

  public Formats formats() {
    return new Formats(language);
  }

  public String date(LocalDate date) {
    return formats().date(date);
  }

  public String dateTime(Instant instant) {
    return formats().dateTime(instant);
  }

  public @Nullable Viewer viewer() {
    return viewer;
  }

  public boolean signedIn() {
    return viewer != null;
  }

  /** The hidden field that every POST form carries; see {@code ui/csrf.jte}. */
  public CsrfToken csrf() {
    return Objects.requireNonNull(csrf, "This page was made without a session");
  }

  /** This page's path within the portal, such as {@code /my/dossiers}. */
  public String path() {
    return path;
  }

  /** Whether this page lies at or below {@code root}, so that the navigation can mark it. */
  public boolean isUnder(String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }

  /** This very page in the other language; what answers a form, the page that is near it. */
  public String inOtherLanguage() {
    var here = UriComponentsBuilder.fromPath(openAddress);
    if (query != null && openAddress.equals(path)) here.query(query);
    return here.replaceQueryParam("lang", language.other().code()).build().toUriString();
  }

  /**
   * The address of a static file with its content's hash in it, so that it may be cached for ever.
   */
  public String asset(String path) {
    var versioned = assets.getForLookupPath(path);
    return versioned == null ? path : versioned;
  }
}
