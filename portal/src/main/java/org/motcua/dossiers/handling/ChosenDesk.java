package org.motcua.dossiers.handling;

import java.util.List;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Post;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * At which of his agencies an officer sits just now. It is kept in his session, which all nodes
 * share.
 */
@Component
class ChosenDesk {

  private static final String ATTRIBUTE = "dossiers.desk";

  void choose(AgencyId agency) {
    RequestContextHolder.currentRequestAttributes()
        .setAttribute(ATTRIBUTE, agency.value(), RequestAttributes.SCOPE_SESSION);
  }

  /** The one he chose, as long as he holds a post there; else the first. */
  AgencyId among(List<Post> held) {
    var request = RequestContextHolder.getRequestAttributes();
    var chosen =
        request == null ? null : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_SESSION);
    return held.stream()
        .map(Post::agency)
        .filter(agency -> agency.value().equals(chosen))
        .findFirst()
        .orElse(held.getFirst().agency());
  }
}
