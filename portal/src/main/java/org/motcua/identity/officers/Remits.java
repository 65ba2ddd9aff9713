package org.motcua.identity.officers;

import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Asked anew at every request: a post that was taken away is gone at once. */
@Component
class Remits {

  private final Posts posts;
  private final Organisation organisation;

  Remits(Posts posts, Organisation organisation) {
    this.posts = posts;
    this.organisation = organisation;
  }

  Remit of(CurrentUser user) {
    var tops =
        posts.postsOf(new OfficerId(user.id().value())).stream()
            .filter(post -> post.role() == Role.ADMINISTRATOR)
            .map(Post::agency)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new Remit(user.id(), tops, organisation);
  }

  /** For pages that are nothing to officers who administer nothing. */
  Remit demand(CurrentUser user) {
    var remit = of(user);
    if (remit.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Administers no agency");
    }
    return remit;
  }
}
