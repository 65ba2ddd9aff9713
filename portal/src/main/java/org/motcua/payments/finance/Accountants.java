package org.motcua.payments.finance;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.payments.gateway.vietqr.UnknownCredits;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Asked anew at every request: a post that was taken away is gone at once. */
@Component
public class Accountants {

  private final Posts posts;
  private final Organisation organisation;
  private final UnknownCredits credits;

  Accountants(Posts posts, Organisation organisation, UnknownCredits credits) {
    this.posts = posts;
    this.organisation = organisation;
    this.credits = credits;
  }

  /** Whose money he looks after; null: everybody's. Refused to whoever is no accountant. */
  public @Nullable Set<String> ownersOf(CurrentUser user) {
    var accountant = of(user);
    return accountant.seesAll() ? null : accountant.owners();
  }

  /** Of one who looks after all payments; refused to others. */
  public Office officeOfAll(CurrentUser user) {
    var office = office(user);
    if (office.all()) return office;
    throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Not the accountant of all");
  }

  /** Refused to whoever is no accountant. */
  public Office office(CurrentUser user) {
    return office(of(user));
  }

  Office office(Accountant accountant) {
    var all = accountant.seesAll();
    return new Office(accountant.agency().name(), all, all ? credits.count() : 0);
  }

  /** Refused to whoever is none. */
  Accountant of(CurrentUser user) {
    var tops =
        posts.postsOf(new OfficerId(user.id().value())).stream()
            .filter(post -> post.role() == Role.ACCOUNTANT)
            .map(Post::agency)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (tops.isEmpty()) throw new ResponseStatusException(HttpStatus.FORBIDDEN, "No accountant");
    return new Accountant(tops, organisation);
  }
}
