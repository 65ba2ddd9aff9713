package org.motcua.eservices;

import org.motcua.forms.Words;
import org.motcua.organisation.Role;
import org.motcua.organisation.WorkingTime;

/** One step of the handling: who does it and in what time. */
public record RouteStep(Role role, Words title, WorkingTime allotted) {}
