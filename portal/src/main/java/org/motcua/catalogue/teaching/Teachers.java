package org.motcua.catalogue.teaching;

import java.util.EnumSet;
import java.util.Set;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.springframework.stereotype.Component;

/**
 * One list of words serves the whole country, so the Government Office keeps it; whoever keeps
 * procedures anywhere sees what people look for in vain.
 */
@Component
class Teachers {

  private static final AgencyId GOVERNMENT_OFFICE = new AgencyId("000.00.00.G22");
  private static final Set<Role> KEEPERS =
      EnumSet.of(Role.PROCEDURE_EDITOR, Role.PROCEDURE_CONTROLLER, Role.ADMINISTRATOR);

  private final Posts posts;

  Teachers(Posts posts) {
    this.posts = posts;
  }

  boolean teaches(CurrentUser user) {
    return posts.postsOf(new OfficerId(user.id().value())).stream()
        .anyMatch(post -> post.agency().equals(GOVERNMENT_OFFICE) && KEEPERS.contains(post.role()));
  }

  boolean seesQueries(CurrentUser user) {
    return posts.postsOf(new OfficerId(user.id().value())).stream()
        .anyMatch(post -> KEEPERS.contains(post.role()));
  }
}
