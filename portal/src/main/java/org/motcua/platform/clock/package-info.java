/** What time it is, and in which zone the country's days begin. */
@NullMarked
@NamedInterface("clock")
package org.motcua.platform.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
