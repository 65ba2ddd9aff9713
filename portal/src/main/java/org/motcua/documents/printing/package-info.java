/** Pages to paper. */
@NullMarked
package org.motcua.documents.printing;

import org.jspecify.annotations.NullMarked;
