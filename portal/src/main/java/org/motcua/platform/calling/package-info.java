/** How the portal calls others' systems by itself, at addresses that they have registered. */
@NullMarked
@NamedInterface("calling")
package org.motcua.platform.calling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
