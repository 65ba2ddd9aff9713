package org.motcua.organisation.appointing;

import java.util.HashSet;
import org.motcua.organisation.AgencyKind;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.model.Administration;
import org.springframework.stereotype.Component;

/**
 * Administrators of a central agency keep the whole country, those of a province's committee what
 * is particular to their province.
 */
@Component
public class Administrators {

  private final Posts posts;
  private final Organisation organisation;

  Administrators(Posts posts, Organisation organisation) {
    this.posts = posts;
    this.organisation = organisation;
  }

  public Administration of(OfficerId officer) {
    var country = false;
    var provinces = new HashSet<UnitCode>();
    for (var post : posts.postsOf(officer)) {
      if (post.role() != Role.ADMINISTRATOR) continue;
      var agency = organisation.getAgency(post.agency());
      if (agency.kind() == AgencyKind.CENTRAL) country = true;
      if (agency.kind() == AgencyKind.PROVINCE_COMMITTEE && agency.unit() != null) {
        provinces.add(agency.unit());
      }
    }
    return new Administration(country, provinces);
  }
}
