package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.motcua.forms.Answers;
import org.motcua.forms.Prefill;

/**
 * A dossier as the applicant has handed it in, at first or with additions.
 *
 * @param known where those answers came from that nobody had to type
 */
public record HandedIn(Instant at, Answers answers, Prefill known, List<Paper> papers) {

  public HandedIn {
    papers = List.copyOf(papers);
  }

  public record Paper(UUID document, String paper, String name) {}

  public static HandedIn of(Dossier dossier, Prefill known, Instant at) {
    return new HandedIn(
        at,
        dossier.answers(),
        known.standing(dossier.answers()),
        dossier.attachments().stream()
            .map(file -> new Paper(file.document().value(), file.paper(), file.name()))
            .toList());
  }
}
