package org.motcua.catalogue.questioning;

/**
 * What an officer typed besides the answer, so that nothing is lost where something was wrong.
 *
 * @param reason why it is refused
 * @param agency to which it is forwarded
 * @param note for that agency
 * @param takingBack why it is taken back from the public
 */
public record ActForm(String reason, String agency, String note, String takingBack) {

  static final ActForm EMPTY = new ActForm("", "", "", "");
}
