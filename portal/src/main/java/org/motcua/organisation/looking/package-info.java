/** Units and agencies for pickers and for other systems. */
@NullMarked
package org.motcua.organisation.looking;

import org.jspecify.annotations.NullMarked;
