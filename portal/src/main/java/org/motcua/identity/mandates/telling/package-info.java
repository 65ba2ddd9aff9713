/** Word to both about their mandate. */
@NullMarked
package org.motcua.identity.mandates.telling;

import org.jspecify.annotations.NullMarked;
