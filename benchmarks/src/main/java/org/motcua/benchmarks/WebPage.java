package org.motcua.benchmarks;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** A page as a browser holds it: where it came from and what it says. */
record WebPage(URI address, String html) {

  private static final Pattern ERROR_SUMMARY =
      Pattern.compile("govuk-error-summary.*?</ul>", Pattern.DOTALL);
  private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);

  List<PageForm> forms() {
    return PageForm.allIn(this);
  }

  /** The form that is posted to this address; forms without one are posted to their own page. */
  PageForm formTo(String path) {
    return forms().stream()
        .filter(form -> form.target().getPath().equals(path))
        .findFirst()
        .orElseThrow(() -> new UnexpectedPage("no form to " + path, this));
  }

  boolean hasLinkTo(String path) {
    return html.contains("href=\"" + path + "\"");
  }

  boolean refuses() {
    return html.contains("govuk-error-summary");
  }

  /** For people who read why a run failed: the title, and what the error summary says. */
  String inShort() {
    var title = TITLE.matcher(html);
    var errors = ERROR_SUMMARY.matcher(html);
    return (title.find() ? title.group(1).strip() : "(no title)")
        + (errors.find() ? ": " + text(errors.group()) : "");
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>|^[^>]*>", " ").replaceAll("\\s+", " ").strip();
  }
}
