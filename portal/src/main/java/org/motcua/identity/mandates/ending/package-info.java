/** The end of mandates whose giver or holder has left, or never was who he seemed. */
@NullMarked
package org.motcua.identity.mandates.ending;

import org.jspecify.annotations.NullMarked;
