package org.motcua.catalogue.questioning;

import java.util.List;
import java.util.Set;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Role;

/**
 * Somebody who works on questions, with the posts that let him.
 *
 * @param posts never empty
 */
record DeskOfficer(AccountId account, List<Post> posts) {

  static final Set<Role> ROLES = Set.of(Role.PROCEDURE_EDITOR, Role.PROCEDURE_CONTROLLER);

  /** His own agencies; those below them are his, too. */
  List<AgencyId> desks() {
    return posts.stream().map(Post::agency).distinct().sorted().toList();
  }

  boolean covers(AgencyId agency) {
    return desks().stream().anyMatch(desk -> isAtOrBelow(agency, desk));
  }

  boolean controls(AgencyId agency) {
    return posts.stream()
        .anyMatch(
            post -> post.role() == Role.PROCEDURE_CONTROLLER && isAtOrBelow(agency, post.agency()));
  }

  /** By the code, of which an agency's own begins with that of the one above it. */
  private static boolean isAtOrBelow(AgencyId agency, AgencyId desk) {
    var inner = agency.decision20();
    var outer = desk.decision20();
    return inner.equals(outer) || inner.startsWith(outer + ".");
  }

  String actor() {
    return "account:" + account;
  }
}
