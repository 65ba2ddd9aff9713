/** How the portal calls agencies' systems by itself, at addresses that they have registered. */
@NullMarked
package org.motcua.connect.calling;

import org.jspecify.annotations.NullMarked;
