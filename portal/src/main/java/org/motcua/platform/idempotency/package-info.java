/** Calls of programs that may come twice and are done once. */
@NullMarked
@NamedInterface("idempotency")
package org.motcua.platform.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
