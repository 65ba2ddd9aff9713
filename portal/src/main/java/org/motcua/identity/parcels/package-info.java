/** All that is held of a person, packed into one file for him. */
@NullMarked
package org.motcua.identity.parcels;

import org.jspecify.annotations.NullMarked;
