package org.motcua.identity;

import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.springframework.stereotype.Component;

/** For which agencies an agency's program speaks: its own, and those below it. */
@Component
public class ProgramReach {

  private final Organisation organisation;

  ProgramReach(Organisation organisation) {
    this.organisation = organisation;
  }

  public boolean covers(AgencyId program, AgencyId agency) {
    return program.equals(agency)
        || organisation.findAgency(agency).isPresent() && organisation.isWithin(agency, program);
  }
}
