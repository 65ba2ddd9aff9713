/** The OpenID provider, as Spring Authorization Server carries it and we shape it. */
@NullMarked
package org.motcua.connect.providing;

import org.jspecify.annotations.NullMarked;
