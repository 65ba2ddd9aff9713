package org.motcua.notifications;

/**
 * A notice in all the words of a mail.
 *
 * @param open words for the link to what the notice is about
 * @param why somebody gets it
 * @param change words for the link to where he says how he wants to be told
 * @param neverAsked what no mail of the portal asks for
 */
public record NoticeLetter(
    String language,
    String title,
    String body,
    String open,
    String link,
    String portal,
    String why,
    String change,
    String preferences,
    String neverAsked) {

  String asText() {
    return """
    %s

    %s
    %s

    --
    %s
    %s %s
    %s: %s
    """
        .formatted(body, open, link, portal, why, neverAsked, change, preferences);
  }
}
