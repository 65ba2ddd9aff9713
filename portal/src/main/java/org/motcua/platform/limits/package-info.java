/** How often something may be tried, counted for all nodes together. */
@NullMarked
@NamedInterface("limits")
package org.motcua.platform.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
