package org.motcua.identity.officers;

import java.util.EnumSet;
import java.util.List;
import org.motcua.organisation.AgencyKind;
import org.motcua.organisation.Role;

/**
 * Which posts there are at an agency: procedures are written by ministries and provinces alone, and
 * the hotline, which gives people of the whole country their accounts back, is a central one.
 */
final class RolesAt {

  private static final EnumSet<Role> OF_PROCEDURES =
      EnumSet.of(Role.PROCEDURE_EDITOR, Role.PROCEDURE_CONTROLLER);

  static List<Role> agencyOf(AgencyKind kind) {
    var writesProcedures = kind == AgencyKind.CENTRAL || kind == AgencyKind.PROVINCE_COMMITTEE;
    var roles = EnumSet.allOf(Role.class);
    if (!writesProcedures) roles.removeAll(OF_PROCEDURES);
    if (kind != AgencyKind.CENTRAL) roles.remove(Role.SUPPORT);
    return List.copyOf(roles);
  }

  private RolesAt() {}
}
