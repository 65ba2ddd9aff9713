package org.motcua.eservices;

import org.jspecify.annotations.Nullable;
import org.motcua.forms.Words;
import org.motcua.organisation.Role;
import org.motcua.organisation.WorkingTime;

/**
 * One step of the handling: who does it and in what time.
 *
 * @param coordinates the agency whose officers do it instead of those of the one that decides; null
 *     where it is done there
 */
public record RouteStep(
    Role role, Words title, WorkingTime allotted, @Nullable Receiver coordinates) {}
