/** Dossiers that somebody outside of government handles in a system of his own. */
@NullMarked
package org.motcua.dossiers.outside;

import org.jspecify.annotations.NullMarked;
