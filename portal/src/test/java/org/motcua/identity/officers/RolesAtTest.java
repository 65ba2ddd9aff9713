package org.motcua.identity.officers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motcua.organisation.AgencyKind;
import org.motcua.organisation.Role;

class RolesAtTest {

  @Test
  void communesNeitherWriteProceduresNorAnswerTheHotline() {
    assertThat(RolesAt.agencyOf(AgencyKind.COMMUNE_COMMITTEE))
        .contains(Role.RECEPTION, Role.LEADER, Role.ADMINISTRATOR)
        .doesNotContain(Role.PROCEDURE_EDITOR, Role.PROCEDURE_CONTROLLER, Role.SUPPORT);
  }

  @Test
  void provincesWriteProceduresButTheHotlineIsTheCountrys() {
    assertThat(RolesAt.agencyOf(AgencyKind.PROVINCE_COMMITTEE))
        .contains(Role.PROCEDURE_EDITOR)
        .doesNotContain(Role.SUPPORT);
    assertThat(RolesAt.agencyOf(AgencyKind.CENTRAL)).contains(Role.SUPPORT);
  }
}
