/** Filling in a draft, page by page, with its papers; going on from any device. */
@NullMarked
package org.motcua.dossiers.filling;

import org.jspecify.annotations.NullMarked;
