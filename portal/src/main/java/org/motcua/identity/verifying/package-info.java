/**
 * Who somebody really is: number, name, date of birth and phone are compared with the base
 * registers. What others find out (a counter, a certificate) is written down here as well.
 */
@NullMarked
package org.motcua.identity.verifying;

import org.jspecify.annotations.NullMarked;
