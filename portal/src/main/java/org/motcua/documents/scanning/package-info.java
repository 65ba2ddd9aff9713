/** Has files looked at by a virus scanner, if there is one. */
@NullMarked
package org.motcua.documents.scanning;

import org.jspecify.annotations.NullMarked;
