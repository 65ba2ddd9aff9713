package org.motcua.organisation;

import java.util.List;
import java.util.Map;
import org.motcua.organisation.model.PostStore;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which officer does what at which agency. */
@Service
public class Posts {

  private final PostStore posts;
  private final AuditTrail audit;

  Posts(PostStore posts, AuditTrail audit) {
    this.posts = posts;
    this.audit = audit;
  }

  public List<Post> postsOf(OfficerId officer) {
    return posts.listOf(officer);
  }

  public List<Post> officersAt(AgencyId agency) {
    return posts.listAt(agency);
  }

  public boolean holds(OfficerId officer, AgencyId agency, Role role) {
    return postsOf(officer).contains(new Post(officer, agency, role));
  }

  /**
   * Appointing twice is appointing once.
   *
   * @param actor as the audit trail names it
   */
  @Transactional
  public void appoint(Post post, String actor) {
    if (posts.add(post)) record(actor, "organisation.appointed", post);
  }

  @Transactional
  public void dismiss(Post post, String actor) {
    if (posts.remove(post)) record(actor, "organisation.dismissed", post);
  }

  private void record(String actor, String action, Post post) {
    audit.record(
        actor,
        action,
        "officer",
        post.officer().toString(),
        Map.of("agency", post.agency().value(), "role", post.role().name()));
  }
}
