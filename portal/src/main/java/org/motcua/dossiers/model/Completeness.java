package org.motcua.dossiers.model;

import java.util.List;
import org.motcua.eservices.Paper;

/** Whether all papers that have to be there are there. */
public final class Completeness {

  /**
   * @param asked the papers that this applicant's case calls for
   */
  public static List<Paper> missing(Dossier dossier, List<Paper> asked) {
    return asked.stream()
        .filter(paper -> paper.required() && dossier.attachmentsOf(paper.id()).isEmpty())
        .toList();
  }

  private Completeness() {}
}
