package org.motcua.dossiers.filling;

import org.motcua.dossiers.model.Dossier;
import org.motcua.forms.PageQuestions;

/**
 * A page of the form as it is shown.
 *
 * @param number which of the pages that are asked, from 1
 * @param back the address of the page before
 * @param review whether the applicant came from the review, and goes back there
 */
public record PageView(
    Dossier dossier,
    String service,
    PageQuestions questions,
    int number,
    int total,
    String back,
    boolean review) {

  public String progress() {
    return number + "/" + total;
  }
}
