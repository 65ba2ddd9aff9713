/** How a dossier's life is told: timelines, notices, printed forms. */
@NullMarked
package org.motcua.dossiers.telling;

import org.jspecify.annotations.NullMarked;
