package org.motcua.identity.recovering;

import java.util.EnumSet;
import java.util.Optional;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.springframework.stereotype.Component;

/** Reception desks see people; the hotline hears them. */
@Component
class RecoveryOfficers {

  private final Posts posts;

  RecoveryOfficers(Posts posts) {
    this.posts = posts;
  }

  Optional<RecoveryOfficer> find(CurrentUser user) {
    var held =
        posts.postsOf(new OfficerId(user.id().value())).stream()
            .filter(post -> way(post).isPresent())
            .toList();
    if (held.isEmpty()) return Optional.empty();
    var ways = EnumSet.noneOf(Way.class);
    held.forEach(post -> way(post).ifPresent(ways::add));
    return Optional.of(new RecoveryOfficer(user.id(), held.getFirst().agency(), ways));
  }

  private static Optional<Way> way(Post post) {
    return switch (post.role()) {
      case RECEPTION -> Optional.of(Way.COUNTER);
      case SUPPORT -> Optional.of(Way.HOTLINE);
      default -> Optional.empty();
    };
  }
}
