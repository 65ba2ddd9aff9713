/** Getting an account back without its old phone: at a counter, or by the hotline. */
@NullMarked
package org.motcua.identity.recovering;

import org.jspecify.annotations.NullMarked;
