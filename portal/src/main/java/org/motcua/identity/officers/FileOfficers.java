package org.motcua.identity.officers;

import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Posts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An officer whose account was made otherwise than by his administrator is kept by the agency of
 * his first post. Looked for once all start-up work, the demo's accounts and posts among it, is
 * done.
 */
@Component
class FileOfficers {

  private final Officers officers;
  private final Posts posts;

  FileOfficers(Officers officers, Posts posts) {
    this.officers = officers;
    this.posts = posts;
  }

  @EventListener(ApplicationReadyEvent.class)
  void file() {
    officers.listUnfiled().forEach(this::file);
  }

  private void file(Officers.Unfiled officer) {
    var key = NameKey.of(officer.name(), officer.signInName());
    posts.postsOf(new OfficerId(officer.id().value())).stream()
        .findFirst()
        .ifPresent(post -> officers.file(officer.id(), post.agency(), key, officer.since()));
  }
}
