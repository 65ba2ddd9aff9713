package org.motcua.forms;

/**
 * A value known before it is asked for.
 *
 * @param value as a fact (a LocalDate, an {@link Address}, rows as maps) or already as an answer
 * @param verified whether somebody other than the applicant vouches for it
 */
public record Known(Object value, Source source, boolean verified) {

  Known with(Object answer) {
    return new Known(answer, source, verified);
  }
}
