/** Other agencies, or others of the same one, give an opinion on a dossier or do a part of it. */
@NullMarked
package org.motcua.dossiers.coordinating;

import org.jspecify.annotations.NullMarked;
