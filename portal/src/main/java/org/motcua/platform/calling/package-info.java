/** How the portal calls others' systems by itself: patiently, with suspicion, and again. */
@NullMarked
@NamedInterface("calling")
package org.motcua.platform.calling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
