package org.motcua.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some agencies in the order of their codes, and the key after which the next ones begin. */
public record AgencyPage(List<Agency> agencies, @Nullable AgencyId next) {}
