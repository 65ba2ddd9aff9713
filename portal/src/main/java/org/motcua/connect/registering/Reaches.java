package org.motcua.connect.registering;

import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientStore;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.ProgramKeepers;
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
class Reaches implements ProgramKeepers {

  private final Posts posts;
  private final Organisation organisation;
  private final ClientStore clients;

  Reaches(Posts posts, Organisation organisation, ClientStore clients) {
    this.posts = posts;
    this.organisation = organisation;
    this.clients = clients;
  }

  /** Refused to whoever administers nothing. */
  Reach of(CurrentUser user) {
    var reach = reachOf(user);
    if (reach.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Administers no agency");
    }
    return reach;
  }

  private Reach reachOf(CurrentUser user) {
    var tops =
        posts.postsOf(new OfficerId(user.id().value())).stream()
            .filter(post -> post.role() == Role.ADMINISTRATOR)
            .map(Post::agency)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new Reach(tops, organisation);
  }

  @Override
  public boolean keeps(CurrentUser officer, String client) {
    var reach = reachOf(officer);
    return clients
        .find(new ClientId(client))
        .filter(known -> reach.covers(known.agency()))
        .isPresent();
  }

  /** Others learn not even that the system exists. */
  Client client(String id, CurrentUser user) {
    var reach = of(user);
    return clients
        .find(new ClientId(id))
        .filter(client -> reach.covers(client.agency()))
        .orElseThrow(Reaches::unknown);
  }

  static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "No such system");
  }
}
