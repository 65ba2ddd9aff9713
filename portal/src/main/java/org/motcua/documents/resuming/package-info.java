/** Takes in files that arrive in parts, over broken connections and several nodes. */
@NullMarked
package org.motcua.documents.resuming;

import org.jspecify.annotations.NullMarked;
