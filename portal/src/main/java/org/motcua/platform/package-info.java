/**
 * What every module stands on and no citizen would name: the page kit, the audit trail, the
 * database, secrets, jobs, identifiers, calls of others.
 *
 * <p>Knows no business word and uses no other module. Each sub-package is one small named
 * interface.
 */
@NullMarked
@ApplicationModule(
    displayName = "platform",
    allowedDependencies = {})
package org.motcua.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
