/** People's sessions in the database, written only when there is something to write. */
@NullMarked
@NamedInterface("sessions")
package org.motcua.platform.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
