package org.motcua.identity.officers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some officers in the order of their names.
 *
 * @param next the key after which the following ones begin
 */
record OfficerPage(List<Officer> officers, @Nullable OfficerKey next) {}
