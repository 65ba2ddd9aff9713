/** Following a dossier: one's own list, the public page by code, the result, the API. */
@NullMarked
package org.motcua.dossiers.tracking;

import org.jspecify.annotations.NullMarked;
