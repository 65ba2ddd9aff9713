package org.motcua.identity.officers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Role;
import org.motcua.platform.web.ui.Choice;

/**
 * One officer as his administrator sees him.
 *
 * @param mayKeep whether this administrator answers for the officer as a whole
 * @param roles what one can be appointed to
 */
public record OfficerView(
    Officer officer,
    Agency agency,
    List<PostRow> posts,
    boolean oneself,
    boolean mayKeep,
    List<Choice> agencies,
    List<Role> roles,
    @Nullable String told,
    @Nullable String refusal) {

  /**
   * @param mayDismiss whether this administrator answers for that agency
   */
  public record PostRow(Agency agency, Role role, boolean mayDismiss) {}
}
