package org.motcua.identity.officers;

import org.motcua.organisation.Role;
import org.motcua.platform.web.Page;

/** What a post is called where officers are kept. */
final class RoleWords {

  static String name(Role role, Page page) {
    return page.t("identity.officers.role." + role.name());
  }

  static String hint(Role role, Page page) {
    return page.t("identity.officers.role." + role.name() + ".hint");
  }

  private RoleWords() {}
}
