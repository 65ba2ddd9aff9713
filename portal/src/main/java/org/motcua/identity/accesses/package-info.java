/** Who looked at one's data, and what one has agreed to give to whom. */
@NullMarked
package org.motcua.identity.accesses;

import org.jspecify.annotations.NullMarked;
