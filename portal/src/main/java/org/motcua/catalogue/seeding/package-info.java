/** The procedures that ship with the portal. */
@NullMarked
package org.motcua.catalogue.seeding;

import org.jspecify.annotations.NullMarked;
