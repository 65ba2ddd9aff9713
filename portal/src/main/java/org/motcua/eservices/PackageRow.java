package org.motcua.eservices;

import org.jspecify.annotations.Nullable;

/**
 * A service in the list of a package's.
 *
 * @param choice whether it may be left out
 * @param after whose result it waits for; null: nothing
 */
public record PackageRow(OnlineService service, boolean choice, @Nullable OnlineService after) {}
