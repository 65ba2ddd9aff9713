package org.motcua.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;

/**
 * What a citizen reads out to the help desk, and what every log line of the same request carries.
 * Without letters and digits that are mistaken for each other.
 */
record Reference(String text) {

  static final String HEADER = "X-Reference";
  static final String LOG_FIELD = "reference";

  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;
  private static final SecureRandom random = new SecureRandom();

  /** The request's own; an error's dispatch is still the same request. */
  static Reference of(HttpServletRequest request) {
    if (request.getAttribute(Reference.class.getName()) instanceof Reference reference) {
      return reference;
    }
    var reference = make();
    request.setAttribute(Reference.class.getName(), reference);
    return reference;
  }

  private static Reference make() {
    var text = new StringBuilder(LENGTH);
    for (var i = 0; i < LENGTH; i++)
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    return new Reference(text.toString());
  }
}
