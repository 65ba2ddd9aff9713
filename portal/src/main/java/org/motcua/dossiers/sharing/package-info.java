/** A draft is filled in by several people: inviting them, what they see, and when it ends. */
@NullMarked
package org.motcua.dossiers.sharing;

import org.jspecify.annotations.NullMarked;
