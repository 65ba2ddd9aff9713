package org.motcua.identity.accesses;

import org.motcua.identity.Programs;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The names of those who have got or seen something: agencies, and programs of agencies. */
@Component
class Recipients {

  private static final String AGENCY = "agency:";
  private static final String CLIENT = "client:";

  private final Organisation organisation;
  private final ObjectProvider<Programs> programs;

  Recipients(Organisation organisation, ObjectProvider<Programs> programs) {
    this.organisation = organisation;
    this.programs = programs;
  }

  /** An agency that the portal no longer knows is named by its code. */
  String agency(String code) {
    return AgencyId.parse(code).flatMap(organisation::nameWithPlace).orElse(code);
  }

  /** As {@link org.motcua.identity.Consents.Given} writes them. */
  String recipient(String recipient) {
    if (recipient.startsWith(AGENCY)) return agency(recipient.substring(AGENCY.length()));
    return recipient.startsWith(CLIENT) ? client(recipient.substring(CLIENT.length())) : recipient;
  }

  private String client(String id) {
    return programs.stream().flatMap(it -> it.nameOf(id).stream()).findFirst().orElse(id);
  }
}
