package org.motcua.forms;

/**
 * A value known before it is asked for.
 *
 * @param value as a fact (a LocalDate, an {@link Address}, rows as maps) or already as an answer
 * @param verified whether somebody other than the applicant vouches for it
 */
public record Known(Object value, Source source, boolean verified) {

  /** Whether it is answered elsewhere, for several forms at once, and stands here as it is. */
  boolean elsewhere() {
    return verified && source.kind() == Source.Kind.PACKAGE;
  }

  Known with(Object answer) {
    return new Known(answer, source, verified);
  }
}
