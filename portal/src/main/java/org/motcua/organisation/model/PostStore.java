package org.motcua.organisation.model;

import java.util.List;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;

public interface PostStore {

  List<Post> listOf(OfficerId officer);

  List<Post> listAt(AgencyId agency);

  /** Whether it was not there already. */
  boolean add(Post post);

  /** Whether it was there. */
  boolean remove(Post post);
}
