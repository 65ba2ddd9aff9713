/** The audit trail: who did what to which object when. */
@NullMarked
@NamedInterface("audit")
package org.motcua.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
