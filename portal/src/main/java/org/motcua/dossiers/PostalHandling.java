package org.motcua.dossiers;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door for whoever speaks with a postal operator. What he reports may come twice, and is obeyed
 * as far as a dossier may move.
 */
public interface PostalHandling {

  /** Empty if there is no such letter. */
  Optional<PostalParcel> find(UUID consignment);

  /**
   * The operator knows it now. The first number holds.
   *
   * @param followAt the operator's page on which anybody with the number may follow it
   */
  void taken(UUID consignment, String tracking, URI followAt);

  /**
   * @param steps all since it was taken in, the first one first
   */
  void moved(UUID consignment, List<PostalStep> steps);
}
