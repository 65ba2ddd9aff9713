/** When a dossier is due, why then, and what happens when it is not done in time. */
@NullMarked
package org.motcua.dossiers.clock;

import org.jspecify.annotations.NullMarked;
