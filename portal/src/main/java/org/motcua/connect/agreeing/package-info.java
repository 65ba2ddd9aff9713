/** A person decides, at the first sign-in at a client, what its agency may learn of him. */
@NullMarked
package org.motcua.connect.agreeing;

import org.jspecify.annotations.NullMarked;
